/** The console's statements that run in this process, so that they can be counted and cancelled. */
import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

import { HttpError } from '../http/http-error';
import { getProcessState } from '../process-state';

const AT_ONCE = 4;

/**
 * Registers a console statement.
 * @param queryId - the id that the client gave it
 * @returns what aborts the run
 * @throws 429 when too many statements are running, `invalid` when one with this id is
 */
export function openRun(queryId: string): AbortController {
  const { runs } = getProcessState();
  if (runs.has(queryId))
    throw new EntenteError('invalid', `A statement with the id ${queryId} is already running.`);
  if (runs.size >= AT_ONCE) {
    throw new HttpError(429, `${AT_ONCE} statements are running. Cancel one, or wait for one to end.`, {
      'retry-after': '5',
    });
  }
  const run = new AbortController();
  runs.set(queryId, run);
  return run;
}

export function closeRun(queryId: string): void {
  getProcessState().runs.delete(queryId);
}

/** Ends a statement in the engine. Rejects with `not-found` when none of that id runs in this process. */
export function cancelRun(queryId: string): Promise<{ cancelled: true }> {
  const run = getProcessState().runs.get(queryId);
  run?.abort();
  if (run) return Promise.resolve({ cancelled: true });
  const message = `No statement with the id ${queryId} is running here; it may have ended.`;
  return Promise.reject(new EntenteError('not-found', message));
}
