import type { Relation } from '@/lib/model/relation';
import type { RelationType } from '@/lib/model/relation-type';

import { createRelations, DYNAMIC_TYPE, fillPlaces, recountRelations } from '../cypher/upsert-statements';
import type { Row, Transaction } from '../engine';
import type { WriteRow } from './compact-rows';
import { compactRows } from './compact-rows';
import type { EvidenceCounts } from './count-evidence';
import { groupBy } from './group-by';
import { numberOf } from './row-values';
import { assertWellFormed, withNulls } from './write-rows';

const TYPE_COLUMN = 0;

/** Where a transaction writes, and whether one statement can write relations of many types. */
export interface RelationWriter {
  readonly transaction: Transaction;
  readonly dynamicTypes: boolean;
}

/** Where a relation stands: what finds it without an index of its own. */
export type RelationPlace = Pick<Relation, 'id' | 'type' | 'subject' | 'object'>;

/** Creates relations that are not in the store, with the numbers derived from their evidence. */
export async function writeNewRelations(
  writer: RelationWriter,
  relations: readonly (readonly [Relation, EvidenceCounts])[],
  types: ReadonlyMap<string, RelationType>,
): Promise<void> {
  const rows = relations.map(([relation, counts]) => [
    ...endsOf(relation),
    relation.about,
    relation.when?.start,
    relation.when?.end,
    relation.when?.precision,
    relation.when?.qualifier,
    relation.place,
    relation.modality,
    types.get(relation.type)?.class ?? 'none',
    ...countsOf(counts),
  ]);
  await writeByType(writer, createRelations, rows);
}

/** Sets the derived numbers of relations that are in the store. */
export async function writeCounts(
  writer: RelationWriter,
  relations: readonly (readonly [RelationPlace, EvidenceCounts])[],
): Promise<void> {
  await writeByType(
    writer,
    recountRelations,
    relations.map(([relation, counts]) => [...endsOf(relation), ...countsOf(counts)]),
  );
}

/** Gives a place to relations that were stored without one. Out: how many took it. */
export async function writePlaces(writer: RelationWriter, relations: readonly Relation[]): Promise<number> {
  const rows = relations
    .filter(({ place }) => place !== undefined)
    .map((relation) => [...endsOf(relation), relation.place]);
  const answers = await writeByType(writer, fillPlaces, rows);
  return answers.reduce((sum, row) => sum + numberOf(row, 'filled'), 0);
}

/** Runs a statement over rows of relations. The type is the first column; it is kept there, for an engine that reads it from there, or to group by. */
export async function writeByType(
  { transaction, dynamicTypes }: RelationWriter,
  statementFor: (type: string) => string,
  rows: readonly WriteRow[],
): Promise<readonly Row[]> {
  if (rows.length === 0) return [];
  for (const row of rows) assertWellFormed(row);
  const { constants, toText, rows: compact } = compactRows(rows, [TYPE_COLUMN]);
  const groups = dynamicTypes
    ? new Map([[DYNAMIC_TYPE, compact]])
    : groupBy(compact, (row) => String(row[TYPE_COLUMN]));
  const answers = await Promise.all(
    [...groups].map(([type, group]) =>
      transaction.run(toText(statementFor(type)), { ...constants, rows: withNulls(group) }),
    ),
  );
  return answers.flat();
}

function endsOf({ type, subject, object, id }: RelationPlace): WriteRow {
  return [type, subject, object, id];
}

function countsOf({ evidence, supports, documents, contested, sources }: EvidenceCounts): WriteRow {
  return [evidence, supports, documents, contested, sources.length > 0 ? sources : null];
}
