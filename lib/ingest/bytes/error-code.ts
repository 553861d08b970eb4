/** In: something caught. Out: its `code`, as the file system's errors have one, or undefined. */
export function errorCodeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
