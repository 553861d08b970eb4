import type { Layout } from '@/lib/graph/arrangement';
import type { LayoutResult } from '@/lib/graph/layout-problem';
import { EntenteError } from '@/lib/model/entente-error';

import type { LayoutOrder, LayoutReport } from './layout-worker';

/**
 * Lays a problem out in a worker of its own, which it starts, and ends in every case. While nobody looks at the page it waits; how long it
 * takes changes nothing about the outcome. Without motion it tells of no places on the way.
 */
export const layoutInWorker: Layout = (problem, { signal, onProgress }) =>
  new Promise<LayoutResult>((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = () => {
      end(() => {
        reject(new DOMException('The layout was given up.', 'AbortError'));
      });
    };
    const send = (order: LayoutOrder) => {
      worker.postMessage(order);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutReport>) => {
      if (data.status === 'settled') {
        end(() => {
          resolve(data.result);
        });
        return;
      }
      if (!isStill) onProgress(data.positions);
      whenSeen(() => {
        send({ order: 'go-on' });
      });
    });
    worker.addEventListener('error', ({ message }) => {
      end(() => {
        reject(
          new EntenteError('unavailable', `The layout stopped: ${message || 'its worker did not start'}.`),
        );
      });
    });
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    else send({ order: 'begin', problem });
  });

/** Calls back at once, or when the page is looked at again. */
function whenSeen(callBack: () => void): void {
  if (!document.hidden) {
    callBack();
    return;
  }
  document.addEventListener('visibilitychange', callBack, { once: true });
}
