/** Who may load, look and undo: what changes the graph goes one after the other, and few look through files at once. */
import 'server-only';

import { setTimeout as wait } from 'node:timers/promises';

import { HttpError } from './http/http-error';
import { getProcessState } from './process-state';

type Kind = 'change' | 'preview';

const rules = {
  change: {
    atOnce: 1,
    message: 'Another load or undo is running. Wait for it to end, or cancel it, then try again.',
  },
  preview: {
    atOnce: 2,
    message: 'Files are being looked through for others already. Try again in a moment.',
  },
} as const satisfies Record<Kind, { atOnce: number; message: string }>;

/** A run whose client has gone away stops behind its batch, which takes this long at most on a busy machine. */
const STOPPING_MAX_MS = 30_000;

/**
 * Acquires the lock of a kind of job in this process. A lock whose holder has been cancelled by its
 * client is waited for.
 * @param kind - the kind of job
 * @param signal - the signal of the request, which aborts when its client goes away
 * @returns the function that releases the lock
 * @throws 409 when the lock is held
 */
export async function takeTurn(kind: Kind, signal: AbortSignal): Promise<() => void> {
  const turns = getProcessState().turns[kind];
  const { atOnce, message } = rules[kind];
  const deadline = Date.now() + STOPPING_MAX_MS;
  while (turns.size >= atOnce) {
    const stopping = [...turns].filter((turn) => turn.signal.aborted).map(({ ended }) => ended);
    const left = deadline - Date.now();
    if (stopping.length === 0 || left <= 0) throw new HttpError(409, message, { 'retry-after': '5' });
    await Promise.race([...stopping, wait(left)]);
  }
  const { promise: ended, resolve: end } = createEnd();
  const turn = { signal, ended };
  turns.add(turn);
  return () => {
    turns.delete(turn);
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
