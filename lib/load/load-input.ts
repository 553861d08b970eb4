import type { Load } from '@/lib/model/batch';
import type { PassageId } from '@/lib/model/ids';
import type { Reject } from '@/lib/model/reject';
import type { Input, Item } from '@/lib/ingest/input';
import { toReject } from '@/lib/ingest/read-table';
import type { GraphStore } from '@/lib/store/types';

import type { PassageItem, StorableItem, TripleItem } from './collect-batch';
import type { LoadTally } from './load-tally';
import { otherTextReason, storeItems } from './store-items';

export interface InputRun {
  readonly store: Pick<GraphStore, 'upsert' | 'findCheckpoint'>;
  readonly tally: LoadTally;
  readonly isDryRun: boolean;
  readonly signal: AbortSignal | undefined;
}

const BATCH_ITEMS = 2000;

/**
 * Loads one dataset batch by batch. After an interruption it goes on behind the last row that is stored; when all of it is stored, it
 * compares row by row. Throws what the store throws.
 */
export async function loadInput(input: Input, run: InputRun): Promise<void> {
  const done = run.isDryRun ? 0 : ((await run.store.findCheckpoint(input.load)) ?? 0);
  const writer = createWriter(input, run, done);
  for await (const item of input.items()) {
    if (run.signal?.aborted) return;
    await writer.take(item);
  }
  if (!run.signal?.aborted) await writer.finish();
}

function createWriter(input: Input, { store, tally, isDryRun }: InputRun, done: number) {
  const startedAt = new Date().toISOString();
  // When all of it is there, nothing is to be taken as done, so that every row is compared.
  const resumesBehind = done >= input.rows ? 0 : done;
  const changed = new Set<PassageId>();
  let waiting: StorableItem[] = [];

  function isRefused({ triple }: TripleItem): boolean {
    return triple.evidence.passage !== undefined && changed.has(triple.evidence.passage);
  }

  function isStored(item: TripleItem): boolean {
    return item.row <= resumesBehind && !isRefused(item);
  }

  async function take(item: Item): Promise<void> {
    if (item.kind === 'reject') await tally.reject(item.reject, item.cells, item.row);
    else if (item.kind === 'triple' && isStored(item)) tally.resume();
    else await add(item);
  }

  async function add(item: StorableItem): Promise<void> {
    if (item.kind === 'triple' && waiting.some(({ kind }) => kind !== 'triple')) await flush(0);
    if (item.kind === 'triple' && isRefused(item)) {
      await tally.reject(toReject(item.source, 'document', otherTextReason), item.source.cells, item.row);
      return;
    }
    waiting.push(item);
    if (waiting.length >= BATCH_ITEMS) await flush(item.kind === 'triple' ? item.row : 0);
  }

  async function flush(row: number): Promise<void> {
    const items = waiting;
    waiting = [];
    const triples = items.filter((item) => item.kind === 'triple');
    if (isDryRun) {
      tally.check(triples.length);
      return;
    }
    const { report, refused } = await storeItems(store, items, toLoad(input, startedAt, Math.max(row, done)));
    for (const passage of report.changedPassages) changed.add(passage);
    for (const reject of toPassageRejects(items, report.changedPassages))
      await tally.reject(reject, undefined, undefined);
    for (const { item, reason } of refused) {
      await tally.reject(toReject(item.source, '', reason), item.source.cells, item.row);
    }
    tally.store(report, triples.length - refused.length);
  }

  return { take, finish: () => flush(input.rows) };
}

function toLoad({ load, dataset, title, inputHash }: Input, startedAt: string, row: number): Load {
  return { id: load, dataset, title, tool: 'entente load', startedAt, inputHash, row };
}

function toPassageRejects(items: readonly Item[], changed: readonly PassageId[]): readonly Reject[] {
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
