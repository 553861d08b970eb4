import type { Batch, Load } from '@/lib/model/batch';
import type { PassageId } from '@/lib/model/ids';
import type { Reject } from '@/lib/model/reject';
import { VERSION } from '@/lib/model/version';
import type { Input, Item } from '@/lib/ingest/input';
import { toReject } from '@/lib/ingest/rows/read-rows';
import type { GraphStore } from '@/lib/store/types';

import { collectBatch, type PassageItem, type StorableItem, type TripleItem } from './collect-batch';
import { findOtherMerges } from './find-other-merges';
import type { LoadTally } from './load-tally';
import { otherTextReason, storeItems, type StoredItems } from './store-items';

/** Rows that are there already cost the store little, so that it need not have many at once; fewer are held for a shorter time. */
const COMPARED_ITEMS = 4_000;

export interface InputRun {
  readonly store: Pick<
    GraphStore,
    'upsert' | 'prepare' | 'findLoad' | 'loads' | 'concerns' | 'undo' | 'batchItems'
  >;
  readonly tally: LoadTally;
  readonly signal: AbortSignal | undefined;
}

/**
 * Loads one dataset batch by batch, reading the next batch while one is stored. After an
 * interruption it continues after the last row stored; when all of it is stored, it compares row by
 * row. What the dataset loaded while it merged other entities is undone first, since the same rows
 * lead to different entities now.
 * @throws what the store throws
 */
export async function loadInput(input: Input, run: InputRun): Promise<void> {
  const known = await run.store.findLoad(input.load);
  await undoOtherMerges(input, run);
  const writer = createWriter(input, run, toStart(known));
  for await (const items of input.items()) {
    await takeAll(items, writer, run.signal);
    if (run.signal?.aborted) break;
  }
  await writer.finish(run.signal?.aborted ?? false);
}

async function undoOtherMerges(input: Input, { store, tally, signal }: InputRun): Promise<void> {
  const { affected, doubts } = await findOtherMerges(input, store);
  for (const doubt of doubts) tally.notice(doubt);
  for (const { id, startedAt } of affected) {
    await store.undo(id, { signal });
    tally.notice(
      `'${input.dataset}' merges other entities than on ${startedAt.slice(0, 10)}; what it loaded then was undone and is loaded again. If that came from another source, load it again with its own id in dataset.json.`,
    );
  }
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

/** Where a run begins. */
interface Start {
  /** Rows up to this one are stored and need no comparing. */
  readonly resumesBehind: number;
  /** What the store has as stored by now; a comparison never takes it back. */
  readonly row: number;
  readonly isDone: boolean;
}

function toStart(known: Pick<Load, 'row' | 'isDone'> | undefined): Start {
  const { row = 0, isDone = false } = known ?? {};
  return { resumesBehind: isDone ? 0 : row, row, isDone };
}

function createWriter(input: Input, { store, tally }: InputRun, start: Start) {
  const startedAt = new Date().toISOString();
  const changed = new Set<PassageId>();
  const waiting: StorableItem[] = [];
  let lastRow = start.row;
  /** They may be many, so they go with the first batch only. */
  let merges: Pick<Load, 'merges'> = { merges: input.merges };
  /** Whether the rows turn out to be there already, so that the store's answers are all there is to wait for. */
  let isComparing = start.isDone;
  const again = createAgain(input, tally, start.isDone);
  /** The batch that is being stored; at most one, so that rows are stored in their order. */
  let storing: Promise<void> = Promise.resolve();

  const isRefused = ({ triple: { evidence } }: TripleItem) =>
    evidence.passage !== undefined && changed.has(evidence.passage);

  /** Returns a promise only when there is something to wait for. */
  function take(item: Item): Promise<void> | undefined {
    if (item.kind === 'reject') return tally.reject(item.reject, item.cells, item.row);
    if (item.kind === 'triple') {
      lastRow = Math.max(lastRow, item.row);
      if (item.row <= start.resumesBehind) {
        tally.resume();
        return undefined;
      }
    }
    waiting.push(item);
    return waiting.length >= toBatchItems(store, isComparing) ? flush({ isLast: false }) : undefined;
  }

  async function flush({ isLast }: { isLast: boolean }): Promise<void> {
    const items = waiting.splice(0);
    const load = { ...toLoad(input, startedAt, lastRow), ...merges, isDone: isLast || start.isDone };
    merges = {};
    // Collected and prepared while the batch before it is still being stored.
    const batch = collectBatch(items, load);
    await store.prepare(batch);
    await storing;
    // Reading goes on when the store has everything and is busy with it: before that it would only keep the store waiting.
    const sent = new Promise<void>((resolve) => {
      storing = storeBatch(items, batch, resolve);
      // Whoever waits for the batch next hears of a failure.
      void storing.catch(() => undefined).finally(resolve);
    });
    if (!isComparing) await sent;
  }

  async function storeBatch(items: readonly StorableItem[], all: Batch, onSent: () => void): Promise<void> {
    const fit = await refuseChanged(items);
    const batch = fit === items ? all : collectBatch(fit, all.load);
    const upsert: GraphStore['upsert'] = (some) => store.upsert(some, onSent);
    const { report, refused } = await storeItems({ upsert }, fit, batch);
    isComparing = report.created.evidence === 0;
    again.add(report.created.relations);
    for (const passage of report.changedPassages) changed.add(passage);
    await refuseAll(tally, items, { report, refused });
    tally.store(report, fit.filter(({ kind }) => kind === 'triple').length - refused.length);
  }

  /** Drops the items that cite a passage which the store has with a different text. */
  async function refuseChanged(items: readonly StorableItem[]): Promise<readonly StorableItem[]> {
    if (changed.size === 0) return items;
    for (const item of items)
      if (item.kind === 'triple' && isRefused(item)) await refuse(tally, item, otherTextReason);
    return items.filter((item) => item.kind !== 'triple' || !isRefused(item));
  }

  async function finish(isStopped: boolean): Promise<void> {
    if (!isStopped) await flush({ isLast: true });
    await storing;
    again.tell();
  }

  return { take, finish };
}

async function refuseAll(
  tally: LoadTally,
  items: readonly StorableItem[],
  { report, refused }: StoredItems,
): Promise<void> {
  for (const reject of toPassageRejects(items, report.changedPassages))
    await tally.reject(reject, undefined, undefined);
  for (const { item, reason } of refused) await refuse(tally, item, reason);
}

/** Counts relations that are new though their input was stored whole before, to be told. */
function createAgain({ dataset, load }: Input, tally: LoadTally, isDone: boolean) {
  let created = 0;
  return {
    add: (relations: number): void => {
      if (isDone) created += relations;
    },
    tell: (): void => {
      if (created === 0) return;
      tally.notice(
        `'${dataset}' was stored completely before, yet ${created} of its relations are new: an older version, or other entities in the store, distinguished them differently. The older ones are still there. To have each only once, undo this load with --undo ${load} and load it again.`,
      );
    },
  };
}

function toBatchItems({ batchItems }: InputRun['store'], isComparing: boolean): number {
  return isComparing ? Math.min(COMPARED_ITEMS, batchItems) : batchItems;
}

function refuse(tally: LoadTally, { source, row }: TripleItem, reason: string): Promise<void> {
  const column = reason === otherTextReason ? 'document' : '';
  return tally.reject(toReject(source, column, reason), source.cells, row);
}

function toLoad({ load, dataset, title, inputHash }: Input, startedAt: string, row: number): Load {
  return { id: load, dataset, title, tool: `entente load ${VERSION}`, startedAt, inputHash, row };
}

function toPassageRejects(items: readonly Item[], changed: readonly PassageId[]): readonly Reject[] {
  if (changed.length === 0) return [];
  return items
    .filter((item): item is PassageItem => item.kind === 'passage' && changed.includes(item.passage.id))
    .map(({ passage, file, line }) => ({
      file,
      line,
      column: '',
      reason: `paragraph ${passage.index} of '${passage.document}' is stored with a different text, which is kept; load the changed document under a new id`,
      row: passage.text,
    }));
}
