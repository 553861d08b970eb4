/** Gives a turn to one at a time, in the order of asking. */
export interface Turns {
  /** Resolves with what ends the turn, once all earlier turns have ended. */
  take(): Promise<() => void>;
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    take: async () => {
      const before = last;
      let end = () => {};
      last = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      return end;
    },
  };
}
