import 'server-only';

import { undoEndpoint, type UndoEvent } from '@/lib/api/datasets-endpoint';
import { EntenteError } from '@/lib/model/entente-error';
import type { LoadId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import { authorise } from '../session/authorise';
import { checkOrigin } from '../http/check-origin';
import { getPeer } from '../http/get-peer';
import { logger } from '../logger';
import { openServerStore } from '../open-server-store';
import { acquireLock } from '../mutex';
import { parseRequest } from '../http/parse-request';
import { getProcessState } from '../process-state';
import { countTry } from '../rate-limit';
import { respond } from '../http/respond';
import { streamJob } from '../http/stream-job';

type Undone = Extract<UndoEvent, { undone: unknown }>;

/** Undoes a load, after the same checks as a load and under the same mutex. */
export const serveUndo = respond(async (request, { params }) => {
  await authorise(request);
  checkOrigin(request);
  const peer = getPeer(request);
  await countTry(getProcessState().uploads, peer);
  const { load } = await parseRequest(undoEndpoint, request, await params);
  const store = await openServerStore();
  await checkLoad(store, load);
  return streamJob<{ done: number; total: number }, Undone>(request, {
    work: async ({ signal, onProgress }) => {
      const undone = await store.undo(load, {
        signal,
        onProgress: (done, total) => {
          onProgress({ done, total });
        },
      });
      logger.info({ event: 'undo', peer, load, ...undone });
      return { undone };
    },
    onEnd: await acquireLock('change', request.signal),
  });
});

async function checkLoad(store: GraphStore, load: LoadId): Promise<void> {
  if (await store.findLoad(load)) return;
  throw new EntenteError(
    'not-found',
    `There is no load with the id ${load}; it may already have been undone.`,
  );
}
