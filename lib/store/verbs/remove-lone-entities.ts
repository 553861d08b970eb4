import { DELETE_ALIASES } from '../cypher/name-queries';
import { DELETE_ENTITIES, LONE_ENTITY_IDS, SPEAKER_IDS } from '../cypher/undo-statements';
import type { Transaction } from '../engine';
import { textsOf } from './row-values';
import { readKnown } from './write-rows';

/** Of some entities, removes those that no load declares and to which nothing refers: no relation, no mention, no evidence. Out: how many. */
export async function removeLoneEntities(transaction: Transaction, ids: readonly string[]): Promise<number> {
  const [lone] = await readKnown(transaction, LONE_ENTITY_IDS, ids);
  const [speaking] = await readKnown(transaction, SPEAKER_IDS, textsOf(lone, 'ids'));
  const speakers = new Set(textsOf(speaking, 'ids'));
  const removed = textsOf(lone, 'ids').filter((id) => !speakers.has(id));
  await readKnown(transaction, DELETE_ALIASES, removed);
  await readKnown(transaction, DELETE_ENTITIES, removed);
  transaction.noteChanged({ entities: removed, passages: [] });
  return removed.length;
}
