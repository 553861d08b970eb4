/** Who may load, preview and undo: a mutex for what changes the graph, and a limit on previews, which read files. */
import 'server-only';

import { setTimeout as wait } from 'node:timers/promises';

import { HttpError } from './http/http-error';
import { getProcessState } from './process-state';

type Kind = 'change' | 'preview';

const limits = {
  change: {
    atOnce: 1,
    message: 'Another load or undo is running. Wait for it to end, or cancel it, then try again.',
  },
  preview: {
    atOnce: 2,
    message: 'Other previews are running. Try again in a moment.',
  },
} as const satisfies Record<Kind, { atOnce: number; message: string }>;

/** A run whose client has gone away stops after its current batch, which takes at most this long on a busy machine. */
const STOPPING_MAX_MS = 30_000;

/**
 * Acquires the lock of a kind of job in this process. It waits only for a holder whose client has
 * cancelled it, since that one will soon release the lock.
 * @param kind - the kind of job
 * @param signal - the signal of the request, which aborts when its client goes away
 * @returns the function that releases the lock
 * @throws 409 when the lock is held by as many as may hold it
 */
export async function acquireLock(kind: Kind, signal: AbortSignal): Promise<() => void> {
  const holders = getProcessState().holders[kind];
  const { atOnce, message } = limits[kind];
  const deadline = Date.now() + STOPPING_MAX_MS;
  while (holders.size >= atOnce) {
    const stopping = [...holders].filter((holder) => holder.signal.aborted).map(({ ended }) => ended);
    const left = deadline - Date.now();
    if (stopping.length === 0 || left <= 0) throw new HttpError(409, message, { 'retry-after': '5' });
    await Promise.race([...stopping, wait(left)]);
  }
  const { promise: ended, resolve: end } = createEnd();
  const holder = { signal, ended };
  holders.add(holder);
  return () => {
    holders.delete(holder);
    end();
  };
}

function createEnd(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
