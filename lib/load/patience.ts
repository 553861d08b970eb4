/** A load waits so long for a store that has stopped answering: long enough for a restart. */
const LOAD_PATIENCE_MS = 120_000;

/**
 * Creates the patience that a load has with its store.
 * @param tell - is told what the load is waiting for
 */
export function createPatience(tell: (line: string) => void): {
  readonly maxMs: number;
  readonly onWaiting: (message: string) => void;
} {
  return {
    maxMs: LOAD_PATIENCE_MS,
    onWaiting: (message) => {
      tell(`${message} Waiting for it, up to ${LOAD_PATIENCE_MS / 60_000} minutes.`);
    },
  };
}
