import { DELETE_ALIASES } from '../../cypher/name-queries';
import { DELETE_ENTITIES, LONE_ENTITY_IDS, SPEAKER_IDS } from '../../cypher/undo-statements';
import { textsOf } from '../rows/row-values';
import type { WriteTransaction } from '../write/write';
import { readKnown, writeTo } from '../write/write-rows';

/**
 * Removes those of the entities that no load declares and nothing refers to: no relation, no
 * mention, no evidence.
 * @param transaction - the transaction to write in
 * @param ids - the entities to consider
 * @returns how many were removed
 */
export async function removeLoneEntities(
  transaction: WriteTransaction,
  ids: readonly string[],
): Promise<number> {
  const [lone] = await readKnown(transaction, LONE_ENTITY_IDS, ids);
  const [speaking] = await readKnown(transaction, SPEAKER_IDS, textsOf(lone, 'ids'));
  const speakers = new Set(textsOf(speaking, 'ids'));
  const removed = textsOf(lone, 'ids').filter((id) => !speakers.has(id));
  writeTo(transaction, DELETE_ALIASES, removed);
  writeTo(transaction, DELETE_ENTITIES, removed);
  transaction.noteChanged({ entities: removed, passages: [] });
  return removed.length;
}
