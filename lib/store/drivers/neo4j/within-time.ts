/** Waits for a promise no longer than `ms`; then throws what `toError` gives. The promise itself goes on, and a later failure of it is nobody's. */
export async function withinTime<T>(promise: Promise<T>, ms: number, toError: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(toError());
    }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
