import type { Load } from '@/lib/model/batch';
import type { PassageId } from '@/lib/model/ids';
import type { Reject } from '@/lib/model/reject';
import type { Input, Item } from '@/lib/ingest/input';
import { toReject } from '@/lib/ingest/read-rows';
import type { GraphStore } from '@/lib/store/types';

import type { PassageItem, StorableItem, TripleItem } from './collect-batch';
import type { LoadTally } from './load-tally';
import { otherTextReason, storeItems } from './store-items';

export interface InputRun {
  readonly store: Pick<GraphStore, 'upsert' | 'findCheckpoint' | 'batchItems'>;
  readonly tally: LoadTally;
  readonly signal: AbortSignal | undefined;
}

/**
 * Loads one dataset batch by batch, the next one read while one is stored. After an interruption it goes on behind the last row that
 * is stored; when all of it is stored, it compares row by row. What the dataset brought while other entities counted as one is taken
 * back first, since the same rows lead to other entities now. Throws what the store throws.
 */
export async function loadInput(input: Input, run: InputRun): Promise<void> {
  const writer = createWriter(input, run, (await run.store.findCheckpoint(input.load)) ?? 0);
  for await (const items of input.items()) {
    await takeAll(items, writer, run.signal);
    if (run.signal?.aborted) break;
  }
  await writer.finish(run.signal?.aborted ?? false);
}

async function takeAll(
  items: readonly Item[],
  writer: ReturnType<typeof createWriter>,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const item of items) {
    if (signal?.aborted) return;
    const waiting = writer.take(item);
    if (waiting) await waiting;
  }
}

function createWriter(input: Input, { store, tally }: InputRun, resumesBehind: number) {
  const startedAt = new Date().toISOString();
  const changed = new Set<PassageId>();
  let waiting: StorableItem[] = [];
  let lastRow = resumesBehind;
  /** The batch that is being stored; at most one, so that rows are stored in their order. */
  let storing: Promise<void> = Promise.resolve();

  function isRefused({ triple }: TripleItem): boolean {
    return triple.evidence.passage !== undefined && changed.has(triple.evidence.passage);
  }

  /** Out: a promise only when there is something to wait for. */
  function take(item: Item): Promise<void> | undefined {
    if (item.kind === 'reject') return tally.reject(item.reject, item.cells, item.row);
    if (item.kind === 'triple') {
      lastRow = Math.max(lastRow, item.row);
      if (item.row <= resumesBehind) {
        tally.resume();
        return undefined;
      }
    }
    waiting.push(item);
    return waiting.length >= store.batchItems ? flush() : undefined;
  }

  async function flush(): Promise<void> {
    const items = waiting;
    waiting = [];
    const load = { ...toLoad(input, startedAt, lastRow) };
    await storing;
    storing = storeBatch(items, load);
    // Whoever waits for it next hears of a failure; until then nobody does.
    storing.catch(() => undefined);
  }

  async function storeBatch(items: readonly StorableItem[], load: Load): Promise<void> {
    const fit = items.filter((item) => item.kind !== 'triple' || !isRefused(item));
    for (const item of items)
      if (item.kind === 'triple' && isRefused(item)) await refuse(item, otherTextReason);
    const { report, refused } = await storeItems(store, fit, load);
    for (const passage of report.changedPassages) changed.add(passage);
    for (const reject of toPassageRejects(items, report.changedPassages))
      await tally.reject(reject, undefined, undefined);
    for (const { item, reason } of refused) await refuse(item, reason);
    tally.store(report, fit.filter(({ kind }) => kind === 'triple').length - refused.length);
  }

  function refuse({ source, row }: TripleItem, reason: string): Promise<void> {
    const column = reason === otherTextReason ? 'document' : '';
    return tally.reject(toReject(source, column, reason), source.cells, row);
  }

  async function finish(isStopped: boolean): Promise<void> {
    if (!isStopped) await flush();
    await storing;
  }

  return { take, finish };
}

function toLoad({ load, dataset, title, inputHash }: Input, startedAt: string, row: number): Load {
  return { id: load, dataset, title, tool: 'entente load', startedAt, inputHash, row };
}

function toPassageRejects(items: readonly Item[], changed: readonly PassageId[]): readonly Reject[] {
  if (changed.length === 0) return [];
  return items
    .filter((item): item is PassageItem => item.kind === 'passage' && changed.includes(item.passage.id))
    .map(({ passage, file, line }) => ({
      file,
      line,
      column: '',
      reason: `paragraph ${passage.index} of '${passage.document}' is in the store with another text, which stays; load the changed document under a new id`,
      row: passage.text,
    }));
}
