/** Returns the `code` of something caught, as errors of the file system have one, or undefined. */
export function errorCodeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
