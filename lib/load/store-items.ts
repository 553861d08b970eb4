import type { Batch, Load, UpsertReport } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import type { GraphStore } from '@/lib/store/types';

import { collectBatch, type StorableItem, type TripleItem } from './collect-batch';
import { addCounts } from './load-report';

/** A row that the store does not take, and why. */
interface RefusedRow {
  readonly item: TripleItem;
  readonly reason: string;
}

export interface StoredItems {
  readonly report: UpsertReport;
  readonly refused: readonly RefusedRow[];
}

/** Why a row is refused whose passage is. */
export const otherTextReason =
  'its passage is stored with a different text, so the quote would point at the wrong words; load the changed document under a new id';

/**
 * Stores items in one transaction. When the store calls the batch invalid, the row at fault is
 * found by bisection: it alone is refused, and the rest is stored. It takes the items and the batch
 * that was collected from them.
 * @throws what the store throws when it does not answer, or when something other than a row is at
 *   fault
 */
export async function storeItems(
  store: Pick<GraphStore, 'upsert'>,
  items: readonly StorableItem[],
  batch: Batch,
): Promise<StoredItems> {
  try {
    return toStored(items, await store.upsert(batch));
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    return await storeApart(store, { items, load: batch.load, error });
  }
}

async function storeApart(
  store: Pick<GraphStore, 'upsert'>,
  { items, load, error }: { items: readonly StorableItem[]; load: Load; error: EntenteError },
): Promise<StoredItems> {
  const [only] = items;
  if (items.length === 1 && only?.kind === 'triple') {
    const rest = await storeItems(store, [], collectBatch([], load));
    return { ...rest, refused: [{ item: only, reason: `the store rejected it: ${error.message}` }] };
  }
  const middle = splitPoint(items);
  if (middle === 0 || middle === items.length) throw error;
  const checkpoint = { ...load, row: lastRowBefore(items, middle, load), isDone: false };
  const before = items.slice(0, middle);
  const behind = items.slice(middle);
  const first = await storeItems(store, before, collectBatch(before, checkpoint));
  const second = await storeItems(store, behind, collectBatch(behind, load));
  return { report: addReports(first.report, second.report), refused: [...first.refused, ...second.refused] };
}

/** What is not a row comes first and belongs together; rows are halved. */
function splitPoint(items: readonly StorableItem[]): number {
  const firstRow = items.findIndex(({ kind }) => kind === 'triple');
  if (firstRow !== 0) return firstRow === -1 ? 0 : firstRow;
  return Math.floor(items.length / 2);
}

function lastRowBefore(items: readonly StorableItem[], middle: number, load: Load): number {
  const next = items[middle];
  return next?.kind === 'triple' ? Math.min(next.row - 1, load.row) : load.row;
}

function toStored(items: readonly StorableItem[], report: UpsertReport): StoredItems {
  if (report.refusedEvidence.length === 0) return { report, refused: [] };
  const left = new Set<string>(report.refusedEvidence);
  const refused = items.flatMap((item) =>
    item.kind === 'triple' && left.has(item.triple.evidence.id) ? [{ item, reason: otherTextReason }] : [],
  );
  return { report, refused };
}

function addReports(a: UpsertReport, b: UpsertReport): UpsertReport {
  return {
    created: addCounts(a.created, b.created),
    unchanged: a.unchanged + b.unchanged,
    changedPassages: [...a.changedPassages, ...b.changedPassages],
    refusedEvidence: [...a.refusedEvidence, ...b.refusedEvidence],
  };
}
