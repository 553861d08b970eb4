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
import { parseRequest } from '../http/parse-request';
import { getProcessState } from '../process-state';
import { countTry } from '../rate-limit';
import { respond } from '../http/respond';
import { streamJob } from '../http/stream-job';
import { takeTurn } from '../turns';

type Undone = Extract<UndoEvent, { undone: unknown }>;

/** Takes a load back, behind the same walls as loading and one at a time with it. */
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
    onEnd: await takeTurn('change', request.signal),
  });
});

async function checkLoad(store: GraphStore, load: LoadId): Promise<void> {
  if (await store.findLoad(load)) return;
  throw new EntenteError(
    'not-found',
    `There is no load with the id ${load}; it may have been undone already.`,
  );
}
