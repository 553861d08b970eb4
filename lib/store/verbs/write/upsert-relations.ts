import { saidGrade, type Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';
import type { RelationType } from '@/lib/model/relation-type';

import {
  countColumns,
  createRelations,
  createRelationsWithEvidence,
  DYNAMIC_TYPE,
  fillPlaces,
  placeColumns,
  recountRelations,
  relationColumns,
  relationWithEvidenceColumns,
  toFirst,
} from '../../cypher/upsert-statements';
import type { Parameters } from '../../engine';
import type { WriteRow } from './compact-rows';
import { compactGroups, compactRows } from './compact-rows';
import type { EvidenceCounts } from '../rows/count-evidence';
import { numberOf } from '../rows/row-values';
import type { RelationPlace } from '../rows/stored-values';
import type { WriteTransaction } from './write';
import { assertWellFormed, withNulls } from './write-rows';

const TYPE_COLUMN = relationColumns.names.indexOf('type');

/** Where a transaction writes, and whether one statement can write relations of many types. */
export interface RelationWriter {
  readonly transaction: WriteTransaction;
  readonly dynamicTypes: boolean;
}

export interface NewRelation {
  readonly relation: Relation;
  readonly counts: EvidenceCounts;
  /** A piece of its evidence, of a bare triple, that is created with it. */
  readonly evidence: Evidence | undefined;
}

/** Creates relations that are not in the store, with the numbers derived from their evidence. */
export function writeNewRelations(
  writer: RelationWriter,
  relations: readonly NewRelation[],
  types: ReadonlyMap<string, RelationType>,
): void {
  const toValues = ({ relation, counts }: NewRelation) => ({
    ...relation,
    ...relation.when,
    class: types.get(relation.type)?.class ?? 'none',
    ...countsOf(counts),
  });
  const alone = relations.filter(({ evidence }) => evidence === undefined);
  writeByType(
    writer,
    createRelations,
    alone.map((each) => relationColumns.toRow(toValues(each))),
  );
  const withEvidence = relations.flatMap((each) =>
    each.evidence === undefined ? [] : [{ ...toValues(each), ...toFirstEvidence(each.evidence) }],
  );
  writeByType(writer, createRelationsWithEvidence, withEvidence.map(relationWithEvidenceColumns.toRow));
}

/** Sets the derived numbers of relations that are in the store. */
export function writeCounts(
  writer: RelationWriter,
  relations: readonly (readonly [RelationPlace, EvidenceCounts])[],
): void {
  writeByType(
    writer,
    recountRelations,
    relations.map(([relation, counts]) => countColumns.toRow({ ...relation, ...countsOf(counts) })),
  );
}

/**
 * Fills in the place of relations that were stored without one.
 * @returns how many were changed
 */
export async function writePlaces(writer: RelationWriter, relations: readonly Relation[]): Promise<number> {
  const rows = relations.filter(({ place }) => place !== undefined).map(placeColumns.toRow);
  const statements = toStatements(writer, fillPlaces, rows);
  const answers = await Promise.all(
    statements.map(({ text, parameters }) => writer.transaction.run(text, parameters)),
  );
  return answers.flat().reduce((sum, row) => sum + numberOf(row, 'filled'), 0);
}

/** Sends a statement over rows of relations. The type is the first column; it is kept there, for an engine that reads it from there, or to group by. */
export function writeByType(
  writer: RelationWriter,
  statementFor: (type: string) => string,
  rows: readonly WriteRow[],
): void {
  for (const { text, parameters } of toStatements(writer, statementFor, rows)) {
    writer.transaction.send(text, parameters);
  }
}

interface Statement {
  readonly text: string;
  readonly parameters: Parameters;
}

function toStatements(
  { dynamicTypes }: RelationWriter,
  statementFor: (type: string) => string,
  rows: readonly WriteRow[],
): readonly Statement[] {
  if (rows.length === 0) return [];
  for (const row of rows) assertWellFormed(row);
  if (dynamicTypes) {
    const { constants, toText, rows: compact } = compactRows(rows, [TYPE_COLUMN]);
    return [
      { text: toText(statementFor(DYNAMIC_TYPE)), parameters: { ...constants, rows: withNulls(compact) } },
    ];
  }
  const { groups, toText } = compactGroups(rows, TYPE_COLUMN);
  return [...groups].map(([type, group]) => ({
    text: toText(statementFor(type)),
    parameters: { ...group.constants, rows: withNulls(group.rows) },
  }));
}

/** As they are stored: what is empty or false is no property. */
function countsOf(counts: EvidenceCounts) {
  const { sources, coMentionsOnly } = counts;
  return {
    ...counts,
    sources: sources.length > 0 ? sources : null,
    coMentionsOnly: coMentionsOnly || null,
  };
}

function toFirstEvidence(evidence: Evidence): Readonly<Record<string, unknown>> {
  const saying = Object.entries({ ...evidence, grade: saidGrade(evidence) });
  return Object.fromEntries(saying.map(([name, value]) => [toFirst(name), value]));
}
