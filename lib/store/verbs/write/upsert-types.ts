import type { TypeEntry } from '@/lib/model/batch';
import type { LoadId } from '@/lib/model/ids';
import type { RelationType } from '@/lib/model/relation-type';

import { RELATION_TYPES } from '../../cypher/relation-queries';
import {
  CREATE_TYPES,
  SET_TYPE_LOADS,
  setClass,
  typeColumns,
  UPDATE_TYPES,
} from '../../cypher/upsert-statements';
import type { Row, Transaction } from '../../engine';
import { loadsOf, planDeclared, toLoadsCell } from '../rows/declared-by';
import type { Declared } from '../rows/declared-by';
import { mapOf } from '../rows/row-values';
import { toRelationType } from '../rows/stored-values';
import type { WriteTransaction } from './write';
import { writeRows } from './write-rows';

type DeclaredType = Declared<RelationType>;
type DeclaredTypes = ReadonlyMap<string, DeclaredType>;

export interface StoredTypes {
  /** All relation types, as they are in the store after the batch. */
  readonly types: ReadonlyMap<string, RelationType>;
  /** The same, with the loads that declare them. */
  readonly declared: DeclaredTypes;
  readonly changed: boolean;
}

/**
 * Stores the types of a batch: a declared one sets every field, an implied one only fills a gap. A class that changes is carried to
 * the relations of the type.
 */
export async function upsertTypes(
  transaction: WriteTransaction,
  entries: readonly TypeEntry[],
  { load, remembered }: { readonly load: LoadId; readonly remembered: DeclaredTypes | undefined },
): Promise<StoredTypes> {
  const known = remembered ?? (await readDeclaredTypes(transaction));
  const wanted = entries.map(({ type, declared }) => ({ value: type, declared }));
  const plan = planDeclared(wanted, known, { load, keyOf: ({ type }) => type, toRow });
  const { created, updated, declaredAgain } = plan;
  const declared = new Map(known);
  for (const each of [...created, ...updated, ...declaredAgain]) declared.set(each.value.type, each);
  const types = new Map<string, RelationType>([...declared].map(([type, { value }]) => [type, value]));
  writeRows(transaction, CREATE_TYPES, created.map(toWriteRow));
  writeRows(transaction, UPDATE_TYPES, updated.map(toWriteRow));
  writeRows(
    transaction,
    SET_TYPE_LOADS,
    declaredAgain.map(({ value, loads }) => [value.type, loads]),
  );
  for (const { value } of updated) {
    if (known.get(value.type)?.value.class !== value.class) {
      transaction.send(setClass(value.type), { class: value.class });
    }
  }
  return { types, declared, changed: created.length + updated.length > 0 };
}

async function readDeclaredTypes(transaction: Transaction): Promise<DeclaredTypes> {
  const rows = await transaction.run(RELATION_TYPES);
  return new Map(rows.map((row) => toDeclaredType(row)).map((each) => [each.value.type, each]));
}

function toDeclaredType(row: Row): DeclaredType {
  const properties = mapOf(row, 'type');
  return { value: toRelationType(properties), loads: loadsOf(properties) };
}

function toWriteRow({ value, loads }: DeclaredType): readonly unknown[] {
  return typeColumns.toRow({ ...value, loads: toLoadsCell(loads) });
}

function toRow(type: RelationType): readonly unknown[] {
  return typeColumns.toRow(type);
}
