/** Lets one at a time in, in the order of asking. */
export interface Mutex {
  /**
   * Waits until all earlier holders have released the lock.
   * @returns the function that releases it
   */
  lock(): Promise<() => void>;
}

export function createMutex(): Mutex {
  let last: Promise<void> = Promise.resolve();
  return {
    lock: async () => {
      const before = last;
      let release = () => {};
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return release;
    },
  };
}
