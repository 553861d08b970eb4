import type { TypeEntry } from '@/lib/model/batch';
import { RelationType } from '@/lib/model/relation-type';

import { RELATION_TYPES } from '../cypher/relation-queries';
import { CREATE_TYPES, setClass, UPDATE_TYPES } from '../cypher/upsert-statements';
import type { Transaction } from '../engine';
import { mapOf } from './row-values';
import { writeRows } from './write-rows';

export interface StoredTypes {
  /** All relation types, as they are in the store after the batch. */
  readonly types: ReadonlyMap<string, RelationType>;
  readonly changed: boolean;
}

/**
 * Stores the types of a batch: a declared one sets every field, an implied one only fills a gap. A class that changes is carried to
 * the relations of the type.
 */
export async function upsertTypes(
  transaction: Transaction,
  entries: readonly TypeEntry[],
): Promise<StoredTypes> {
  const wanted = strongest(entries);
  const rows = await transaction.run(RELATION_TYPES);
  const known = new Map(rows.map((row) => [mapOf(row, 'type')['type'], toRelationType(mapOf(row, 'type'))]));
  const types = new Map<string, RelationType>([...known.values()].map((type) => [type.type, type]));
  const created: RelationType[] = [];
  const updated: RelationType[] = [];
  for (const { type, declared } of wanted.values()) {
    const before = known.get(type.type);
    if (before === undefined) created.push(type);
    else if (declared && !isSameRow(toRow(before), toRow(type))) updated.push(type);
    else continue;
    types.set(type.type, type);
  }
  await writeRows(transaction, CREATE_TYPES, created.map(toRow));
  await writeRows(transaction, UPDATE_TYPES, updated.map(toRow));
  for (const type of updated) {
    if (known.get(type.type)?.class !== type.class) {
      await transaction.run(setClass(type.type), { class: type.class });
    }
  }
  return { types, changed: created.length + updated.length > 0 };
}

function strongest(entries: readonly TypeEntry[]): ReadonlyMap<string, TypeEntry> {
  const wanted = new Map<string, TypeEntry>();
  for (const entry of entries) {
    const other = wanted.get(entry.type.type);
    if (other === undefined || entry.declared) wanted.set(entry.type.type, entry);
  }
  return wanted;
}

/** In: the properties of a stored relation type. Out: the type. */
export function toRelationType(properties: Readonly<Record<string, unknown>>): RelationType {
  return RelationType.parse({ plover: null, cameo: null, ...properties });
}

function toRow(type: RelationType): readonly unknown[] {
  return [type.type, type.label, type.inverse, type.plover, type.cameo, type.class, type.symmetric];
}

/** Whether two rows hold the same plain values. */
export function isSameRow(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
