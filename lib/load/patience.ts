/** A load waits so long for a store that has stopped answering: long enough for a restart. */
const LOAD_PATIENCE_MS = 120_000;

/** In: who wants to know what the load waits for. Out: how patient it is with its store. */
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
