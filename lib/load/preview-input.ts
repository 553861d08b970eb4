import type { Input, Item } from '@/lib/ingest/input';
import { createNumberSet } from '@/lib/ingest/rows/number-set';
import type { Counts } from '@/lib/model/batch';
import { deriveId } from '@/lib/model/derive-id';
import type { KnownIds } from '@/lib/model/known-ids';
import type { GraphStore } from '@/lib/store/types';

import { collectBatch, type StorableItem } from './collect-batch';
import { findOtherMerges } from './find-other-merges';
import { noCounts } from './load-report';
import type { LoadTally } from './load-tally';
import { printTriple } from './print-triple';

export interface PreviewRun {
  readonly store: Pick<GraphStore, 'findKnown' | 'loads' | 'concerns' | 'batchItems'>;
  readonly tally: LoadTally;
  readonly signal: AbortSignal | undefined;
  /** Tells whether an id is met for the first time: in all the inputs of a run, as the load of the one before would have stored it. */
  readonly isNew: (id: string) => boolean;
}

const SENTENCES = 5;

/**
 * Reads a dataset and asks the store what of it is new, without storing anything. The numbers go to
 * the tally: `created` is what a load would create.
 * @param input - the dataset
 * @returns the first rows, as sentences
 */
export async function previewInput(
  input: Input,
  { store, tally, signal, isNew }: PreviewRun,
): Promise<readonly string[]> {
  const sentences: string[] = [];
  let waiting: StorableItem[] = [];
  const { affected, doubts } = await findOtherMerges(input, store);
  for (const doubt of doubts) tally.notice(doubt);
  for (const { startedAt } of affected) {
    tally.notice(
      `'${input.dataset}' merges other entities than on ${startedAt.slice(0, 10)}; loading undoes what it loaded then, and loads it again. If that came from another source, give this one its own id in dataset.json.`,
    );
  }

  async function flush(): Promise<void> {
    const items = waiting;
    waiting = [];
    const created = await countNew(store, items, { input, isNew });
    tally.preview(created, items.filter(({ kind }) => kind === 'triple').length);
  }

  async function take(item: Item): Promise<void> {
    if (item.kind === 'reject') {
      await tally.reject(item.reject, item.cells, item.row);
      return;
    }
    if (item.kind === 'triple' && sentences.length < SENTENCES) sentences.push(printTriple(item));
    waiting.push(item);
    if (waiting.length >= store.batchItems) await flush();
  }

  for await (const items of input.items()) {
    for (const item of items) if (!signal?.aborted) await take(item);
    if (signal?.aborted) break;
  }
  await flush();
  return sentences;
}

/**
 * Creates a function that tells whether it meets an id for the first time. It keeps one number for
 * each.
 */
export function createNewness(): (id: string) => boolean {
  const seen = createNumberSet();
  return (id) => seen.add(Number.parseInt(deriveId('k', [id]).slice(2, 15), 16) + 1);
}

interface Counting {
  readonly input: Input;
  readonly isNew: (id: string) => boolean;
}

async function countNew(
  store: PreviewRun['store'],
  items: readonly StorableItem[],
  { input, isNew }: Counting,
): Promise<Counts> {
  if (items.length === 0) return noCounts;
  const { load, dataset, title, inputHash } = input;
  const batch = collectBatch(items, { id: load, dataset, title, tool: '', startedAt: '', inputHash, row: 0 });
  const ids: KnownIds = {
    entities: batch.entities.map(({ entity }) => entity.id),
    relations: batch.relations.map(({ id }) => id),
    evidence: batch.evidence.map(({ id }) => id),
    passages: batch.passages.map(({ id }) => id),
    documents: batch.documents.map(({ id }) => id),
  };
  const known = await store.findKnown(ids);
  const count = (part: keyof KnownIds): number => {
    const there = new Set(known[part]);
    return ids[part].filter((id) => !there.has(id) && isNew(`${part} ${id}`)).length;
  };
  return {
    entities: count('entities'),
    relations: count('relations'),
    evidence: count('evidence'),
    passages: count('passages'),
    documents: count('documents'),
  };
}
