import { saidGrade, type Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';
import type { RelationType } from '@/lib/model/relation-type';

import {
  createRelations,
  createRelationsWithEvidence,
  DYNAMIC_TYPE,
  fillPlaces,
  recountRelations,
} from '../../cypher/upsert-statements';
import type { Parameters } from '../../engine';
import type { WriteRow } from './compact-rows';
import { compactGroups, compactRows } from './compact-rows';
import type { EvidenceCounts } from '../rows/count-evidence';
import { numberOf } from '../rows/row-values';
import type { RelationPlace } from '../rows/stored-values';
import type { WriteTransaction } from './write';
import { assertWellFormed, withNulls } from './write-rows';

const TYPE_COLUMN = 0;

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
  const rows = relations.map(({ relation, counts, evidence }) => [
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
    ...(evidence ? [evidence.id, ...sayingOf(evidence)] : []),
  ]);
  writeByType(
    writer,
    createRelations,
    rows.filter((_, at) => relations[at]?.evidence === undefined),
  );
  writeByType(
    writer,
    createRelationsWithEvidence,
    rows.filter((_, at) => relations[at]?.evidence !== undefined),
  );
}

/** Sets the derived numbers of relations that are in the store. */
export function writeCounts(
  writer: RelationWriter,
  relations: readonly (readonly [RelationPlace, EvidenceCounts])[],
): void {
  writeByType(
    writer,
    recountRelations,
    relations.map(([relation, counts]) => [...endsOf(relation), ...countsOf(counts)]),
  );
}

/**
 * Fills in the place of relations that were stored without one.
 * @returns how many were changed
 */
export async function writePlaces(writer: RelationWriter, relations: readonly Relation[]): Promise<number> {
  const rows = relations
    .filter(({ place }) => place !== undefined)
    .map((relation) => [...endsOf(relation), relation.place]);
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

function endsOf({ type, subject, object, id }: RelationPlace): WriteRow {
  return [type, subject, object, id];
}

function countsOf(counts: EvidenceCounts): WriteRow {
  const { evidence, supports, documents, contested, sources, grades, coMentionsOnly } = counts;
  const cited = sources.length > 0 ? sources : null;
  return [evidence, supports, documents, contested, cited, grades, coMentionsOnly || null];
}

/** What a piece of evidence says by itself. */
export function sayingOf(evidence: Evidence): WriteRow {
  const { stance, start, end, attributedTo, attributedToId, file, line, load, confidence } = evidence;
  const { document, record, statement } = evidence;
  const cited = [stance, start, end, attributedTo, attributedToId, file, line, load, confidence, document];
  return [...cited, record, saidGrade(evidence), statement];
}
