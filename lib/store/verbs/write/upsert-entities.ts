import type { EntityEntry } from '@/lib/model/batch';
import type { EntityKind } from '@/lib/model/entity';
import type { Entity } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import type { LoadId } from '@/lib/model/ids';

import { kindLabels } from '../../cypher/kind-labels';
import {
  createEntities,
  entityColumns,
  KNOWN_ENTITIES,
  SET_ENTITY_LOADS,
  updateEntities,
} from '../../cypher/upsert-statements';
import type { Row } from '../../engine';
import { loadsOf, planDeclared, toLoadsCell } from '../rows/declared-by';
import type { Declared } from '../rows/declared-by';
import { groupBy } from '../rows/group-by';
import type { IdSketch } from './id-sketch';
import { mapOf } from '../rows/row-values';
import { createAliases, replaceAliases } from './write-aliases';
import { toEntity } from '../rows/stored-values';
import type { WriteTransaction } from './write';
import { readKnown, writeRows } from './write-rows';

type DeclaredEntity = Declared<Entity>;

export interface StoredEntities {
  readonly created: readonly string[];
  readonly updated: readonly string[];
}

export interface EntitiesPlan {
  readonly load: LoadId;
  /** Some that are there; implied ones among them need no looking up. */
  readonly remembered: ReadonlySet<string>;
  /** What is there at most, where that is known: anything else need not be asked for. */
  readonly written: IdSketch | undefined;
}

/** Stores the entities of a batch: a declared one sets every field and the label of its kind, an implied one is created if missing. */
export async function upsertEntities(
  transaction: WriteTransaction,
  entries: readonly EntityEntry[],
  { load, remembered, written }: EntitiesPlan,
): Promise<StoredEntities> {
  const wanted = entries
    .filter(({ entity, declared }) => declared || !remembered.has(entity.id))
    .map(({ entity, declared }) => ({ value: entity, declared }));
  const ids = wanted.map(idOf);
  const rows = await readKnown(transaction, KNOWN_ENTITIES, written ? ids.filter(written.mayHave) : ids);
  const known = new Map(
    rows.map((row) => toDeclaredEntity(mapOf(row, 'entity'))).map((each) => [idOf(each), each]),
  );
  const plan = planDeclared(wanted, known, { load, keyOf: ({ id }) => id, toRow: (entity) => toRow(entity) });
  const { created, updated, declaredAgain } = plan;
  writeByKind(transaction, created, createEntities);
  createAliases(transaction, created.map(valueOf));
  writeByKind(transaction, updated, (label) => updateEntities(label, Object.values(kindLabels)));
  replaceAliases(transaction, updated.map(valueOf));
  writeRows(
    transaction,
    SET_ENTITY_LOADS,
    declaredAgain.map(({ value, loads }) => [value.id, loads]),
  );
  return { created: created.map(idOf), updated: updated.map(idOf) };
}

function toDeclaredEntity(properties: Row): DeclaredEntity {
  return { value: toEntity(properties), loads: loadsOf(properties) };
}

function idOf({ value }: { readonly value: Entity }): string {
  return value.id;
}

function valueOf({ value }: DeclaredEntity): Entity {
  return value;
}

function writeByKind(
  transaction: WriteTransaction,
  entities: readonly DeclaredEntity[],
  statementFor: (label: string) => string,
): void {
  const byKind: ReadonlyMap<EntityKind, readonly DeclaredEntity[]> = groupBy(
    entities,
    ({ value }) => value.kind,
  );
  for (const [kind, group] of byKind) {
    const rows = group.map(({ value, loads }) => toRow(value, loads));
    writeRows(transaction, statementFor(kindLabels[kind]), rows);
  }
}

/**
 * `nameNfc` is stored only where the name as written is not in that form: names are found by it and shown as written. No other names are
 * no property, as Neo4j's importer has it, so that a graph is the same whichever way it was loaded.
 */
function toRow(entity: Entity, loads: readonly string[] = []): readonly unknown[] {
  const nfc = entity.name.normalize('NFC');
  return entityColumns.toRow({
    ...entity,
    aliases: entity.aliases.length > 0 ? entity.aliases : null,
    nameNfc: nfc === entity.name ? null : nfc,
    key: foldName(entity.name),
    loads: toLoadsCell(loads),
  });
}
