import type { EntityEntry } from '@/lib/model/batch';
import type { EntityKind } from '@/lib/model/entity';
import { Entity } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';

import { kindLabels } from '../cypher/kind-labels';
import { createEntities, KNOWN_ENTITIES, updateEntities } from '../cypher/upsert-statements';
import type { Row, Transaction } from '../engine';
import { groupBy } from './group-by';
import { mapOf } from './row-values';
import { isSameRow } from './upsert-types';
import { createAliases, replaceAliases } from './write-aliases';
import { readKnown, writeRows } from './write-rows';

export interface StoredEntities {
  readonly created: readonly string[];
  readonly updated: readonly string[];
}

/** Stores the entities of a batch: a declared one sets every field and the label of its kind, an implied one is created if missing. */
export async function upsertEntities(
  transaction: Transaction,
  entries: readonly EntityEntry[],
): Promise<StoredEntities> {
  const wanted = strongest(entries);
  const rows = await readKnown(transaction, KNOWN_ENTITIES, wanted.keys());
  const known = new Map<string, Entity>();
  for (const row of rows) {
    const entity = toEntity(mapOf(row, 'entity'));
    known.set(entity.id, entity);
  }
  const created: Entity[] = [];
  const updated: Entity[] = [];
  for (const { entity, declared } of wanted.values()) {
    const before = known.get(entity.id);
    if (before === undefined) created.push(entity);
    else if (declared && !isSameRow(toRow(before), toRow(entity))) updated.push(entity);
  }
  await writeByKind(transaction, created, createEntities);
  await createAliases(transaction, created);
  await writeByKind(transaction, updated, (label) => updateEntities(label, Object.values(kindLabels)));
  await replaceAliases(transaction, updated);
  return { created: created.map(({ id }) => id), updated: updated.map(({ id }) => id) };
}

/** In: the properties of a stored entity. Out: the entity. */
export function toEntity(properties: Row): Entity {
  return Entity.parse({ aliases: [], ...properties });
}

function strongest(entries: readonly EntityEntry[]): ReadonlyMap<string, EntityEntry> {
  const wanted = new Map<string, EntityEntry>();
  for (const entry of entries) {
    if (!wanted.has(entry.entity.id) || entry.declared) wanted.set(entry.entity.id, entry);
  }
  return wanted;
}

async function writeByKind(
  transaction: Transaction,
  entities: readonly Entity[],
  statementFor: (label: string) => string,
): Promise<void> {
  const byKind: ReadonlyMap<EntityKind, readonly Entity[]> = groupBy(entities, ({ kind }) => kind);
  for (const [kind, group] of byKind) {
    await writeRows(transaction, statementFor(kindLabels[kind]), group.map(toRow));
  }
}

/** `nameNfc` is stored only where the name as written is not in that form: names are found by it and shown as written. */
function toRow(entity: Entity): readonly unknown[] {
  const nfc = entity.name.normalize('NFC');
  return [
    entity.id,
    entity.name,
    entity.kind,
    entity.aliases,
    entity.sameAs,
    entity.description,
    nfc === entity.name ? null : nfc,
    foldName(entity.name),
  ];
}
