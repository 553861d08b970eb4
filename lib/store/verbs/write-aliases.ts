import type { Entity } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';

import { CREATE_ALIASES, DELETE_ALIASES } from '../cypher/name-queries';
import type { Transaction } from '../engine';
import type { WriteRow } from './compact-rows';
import { readKnown, writeRows } from './write-rows';

/** Keeps the other names of new entities where they are found. */
export async function createAliases(transaction: Transaction, entities: readonly Entity[]): Promise<void> {
  await writeRows(transaction, CREATE_ALIASES, entities.flatMap(toAliasRows));
}

/** Keeps the other names of entities that have changed, and forgets those they had. */
export async function replaceAliases(transaction: Transaction, entities: readonly Entity[]): Promise<void> {
  await readKnown(
    transaction,
    DELETE_ALIASES,
    entities.map(({ id }) => id),
  );
  await createAliases(transaction, entities);
}

/** One for each folded name; the entity's own name needs none. */
function toAliasRows({ id, name, aliases }: Entity): readonly WriteRow[] {
  const rows = new Map<string, WriteRow>();
  for (const alias of aliases) rows.set(foldName(alias), [foldName(alias), alias, id]);
  rows.delete(foldName(name));
  rows.delete('');
  return [...rows.values()];
}
