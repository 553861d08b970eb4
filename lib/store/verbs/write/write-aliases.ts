import type { Entity } from '@/lib/model/entity';
import type { EntityName } from '@/lib/model/entity-name';
import { foldName } from '@/lib/model/fold-name';

import { CREATE_ALIASES, DELETE_ALIASES } from '../../cypher/name-queries';
import type { WriteTransaction } from './write';
import { writeRows, writeTo } from './write-rows';

/** Keeps the other names of new entities where they are found. */
export function createAliases(transaction: WriteTransaction, entities: readonly Entity[]): void {
  writeRows(transaction, CREATE_ALIASES, entities.flatMap(toAliasRows));
}

/** Keeps the other names of entities that have changed, and forgets those they had. */
export function replaceAliases(transaction: WriteTransaction, entities: readonly Entity[]): void {
  writeTo(
    transaction,
    DELETE_ALIASES,
    entities.map(({ id }) => id),
  );
  createAliases(transaction, entities);
}

/** One for each folded name; the entity's own name needs none. */
export function toAliasRows({ id, name, aliases }: EntityName): readonly (readonly string[])[] {
  const rows = new Map<string, readonly string[]>();
  for (const alias of aliases) rows.set(foldName(alias), [foldName(alias), alias, id]);
  rows.delete(foldName(name));
  rows.delete('');
  return [...rows.values()];
}
