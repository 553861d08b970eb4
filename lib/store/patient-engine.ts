import { EntenteError } from '@/lib/model/entente-error';

import type { Engine } from './engine';

/** How long to wait for an engine that does not answer. */
export interface Patience {
  /** Milliseconds from the first failure on. */
  readonly maxMs: number;
  /** Told once for each time of waiting, with what is the matter. */
  readonly onWaiting?: (message: string) => void;
}

const PAUSE_MS = 250;
const PAUSE_MAX_MS = 4_000;

/**
 * Wraps an engine so that its own reads and writes are retried while it is `unavailable`; when the
 * patience is exhausted they throw the last error. A page cannot wait that long, a load can.
 * Console statements are not retried.
 * @param engine - the engine to wrap
 */
export function bePatient(engine: Engine, { maxMs, onWaiting }: Patience): Engine {
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    let deadline: number | undefined;
    for (let pause = PAUSE_MS; ; pause = Math.min(2 * pause, PAUSE_MAX_MS)) {
      try {
        return await work();
      } catch (error) {
        if (!mayPass(error)) throw error;
        if (deadline === undefined) onWaiting?.(error.message);
        deadline ??= performance.now() + maxMs;
        if (performance.now() + pause > deadline) throw error;
      }
      await wait(pause);
    }
  };
  return {
    ...engine,
    read: (text, parameters) => ask(() => engine.read(text, parameters)),
    write: (work) => ask(() => engine.write(work)),
  };
}

function mayPass(error: unknown): error is EntenteError {
  return error instanceof EntenteError && error.failure === 'unavailable' && !error.isLasting;
}

function wait(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
