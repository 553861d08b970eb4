import { RELATION_TYPES } from '../../cypher/relation-queries';
import { DELETE_TYPES, ENTITY_LOADS, firstOfType } from '../../cypher/undo-statements';
import { SET_ENTITY_LOADS, SET_TYPE_LOADS } from '../../cypher/upsert-statements';
import { loadsOf, toLoadsCell } from '../rows/declared-by';
import { removeLoneEntities } from './remove-lone-entities';
import { mapOf, textOf } from '../rows/row-values';
import type { Undoing, Undone } from './undo-step';
import { withoutLoad } from './undo-step';
import { toRelationType } from '../rows/stored-values';
import { readKnown, writeRows, writeTo } from '../write/write-rows';

/** Takes a load from the entities that it declares. Those that no other load declares and to which nothing refers go. */
export async function undoEntities({ transaction, load }: Undoing, ids: readonly string[]): Promise<Undone> {
  const rows = await readKnown(transaction, ENTITY_LOADS, ids);
  writeRows(
    transaction,
    SET_ENTITY_LOADS,
    rows.map((row) => [textOf(row, 'id'), toLoadsCell(withoutLoad(loadsOf(row), load))]),
  );
  return { removed: { entities: await removeLoneEntities(transaction, ids) }, kept: 0 };
}

/** Takes a load from the relation types that it declares. Those that no other load declares and of which there is no relation go. */
export async function undoTypes({ transaction, load }: Undoing): Promise<void> {
  const found = (await transaction.run(RELATION_TYPES)).map((row) => mapOf(row, 'type'));
  const left = found
    .filter((properties) => loadsOf(properties).includes(load))
    .map((properties) => ({
      type: toRelationType(properties).type,
      loads: withoutLoad(loadsOf(properties), load),
    }));
  writeRows(
    transaction,
    SET_TYPE_LOADS,
    left.map(({ type, loads }) => [type, toLoadsCell(loads)]),
  );
  const unused: string[] = [];
  for (const { type, loads } of left) {
    if (loads.length > 0) continue;
    const [first] = await transaction.run(firstOfType(type));
    if (first === undefined) unused.push(type);
  }
  writeTo(transaction, DELETE_TYPES, unused);
}
