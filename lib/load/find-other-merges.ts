import { EntityId } from '@/lib/model/ids';
import type { StoredLoad } from '@/lib/model/stored-load';
import type { Input } from '@/lib/ingest/input';
import { parseMerges, type MergePairs } from '@/lib/ingest/names/merges-text';
import type { GraphStore } from '@/lib/store/types';

type AskedStore = Pick<GraphStore, 'loads' | 'concerns'>;

export interface OtherMerges {
  /** Loads whose rows would lead to other entities now. */
  readonly affected: readonly StoredLoad[];
  /** Sentences about loads of which that cannot be told. */
  readonly doubts: readonly string[];
}

/**
 * Finds the loads of a dataset of the same name whose rows would lead to other entities now: those
 * that merged an entity into another which this dataset lists as its own, and those with an entity
 * that only this dataset merges into another.
 *
 * Merges that only one of the two knows about change nothing, so that folders which happen to share
 * a name do not affect each other. An entity that was merged into one of this list, and is no
 * longer listed, leaves a doubt.
 * @param input - the dataset
 * @param store - the store to ask
 */
export async function findOtherMerges(input: Input, store: AskedStore): Promise<OtherMerges> {
  const loads = (await store.loads()).filter(
    ({ dataset, merges = '' }) => dataset === input.dataset && merges !== input.merges,
  );
  if (loads.length === 0) return { affected: [], doubts: [] };
  const now = parseMerges(input.merges);
  const listed = input.entityIds();
  const affected: StoredLoad[] = [];
  const doubts: string[] = [];
  for (const load of loads) {
    const before = parseMerges(load.merges ?? '');
    const gone = without(before, now);
    const isUndone = gone.some((id) => listed.has(id));
    if (isUndone || (await store.concerns(load.id, without(now, before)))) affected.push(load);
    else if (gone.some((id) => listed.has(before.get(id) ?? ''))) doubts.push(toDoubt(load));
  }
  return { affected, doubts };
}

function toDoubt({ id, dataset, startedAt }: StoredLoad): string {
  return `On ${startedAt.slice(0, 10)} '${dataset}' merged entities that this dataset does not list both of; what it loaded then stays. If this load is to replace it, undo that one with --undo ${id} and load again.`;
}

/**
 * Lists the entities that the first merges into others and the second does not, or into different
 * ones.
 */
function without(some: MergePairs, others: MergePairs): readonly EntityId[] {
  return [...some].filter(([from, to]) => others.get(from) !== to).map(([from]) => EntityId.parse(from));
}
