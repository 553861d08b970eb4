import { EntenteError } from '@/lib/model/entente-error';
import { LoadId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

const numbers = new Intl.NumberFormat('en');

/**
 * Undoes a load.
 * @param store - the store
 * @param id - the id of the load
 * @param signal - stops the run
 * @returns what was undone, in sentences
 * @throws `not-found`, naming the loads that there are
 */
export async function undoLoad(
  store: Pick<GraphStore, 'undo' | 'loads'>,
  id: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const parsed = LoadId.safeParse(id);
  const known = (await store.loads()).find((load) => load.id === id);
  if (!parsed.success || known === undefined) {
    const lines = await listLoads(store);
    throw new EntenteError('not-found', [`There is no load '${id}' in the store.`, ...lines].join('\n'));
  }
  const { removed, kept, isStopped } = await store.undo(parsed.data, { signal });
  return [
    `Undone: load ${id} of '${known.dataset}'.`,
    `Removed: ${format(removed.evidence)} pieces of evidence, ${format(removed.relations)} relations, ${format(removed.entities)} entities, ${format(removed.documents)} documents, ${format(removed.passages)} passages.`,
    ...(kept > 0 ? [`Kept: ${format(kept)} pieces of evidence that other loads contain as well.`] : []),
    ...(isStopped ? ['Stopped before the end. Run the same command again to continue.'] : []),
  ];
}

/** Lists the loads of a store in a line each, newest first. */
export async function listLoads(store: Pick<GraphStore, 'loads'>): Promise<readonly string[]> {
  const loads = await store.loads();
  if (loads.length === 0) return ['Nothing has been loaded yet.'];
  return loads.map(({ id, dataset, title, startedAt, evidence, row, isDone }) => {
    const size = evidence === undefined ? `${format(row)} rows` : `${format(evidence)} pieces of evidence`;
    return `${id}  ${startedAt.slice(0, 16).replace('T', ' ')}  ${dataset}  ${size}  ${title}${isDone === false ? '  (not finished)' : ''}`;
  });
}

function format(number: number): string {
  return numbers.format(number);
}
