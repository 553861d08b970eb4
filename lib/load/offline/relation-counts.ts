import { EvidenceGrade } from '@/lib/model/evidence';
import { addEvidence, createTally, type EvidenceTally } from '@/lib/store/verbs/rows/count-evidence';

import { FIELD } from './evidence-record';
import { numberAt, optionalTextAt, textAt, type RecordFields } from './record-fields';

/** What is known of a relation while its evidence is read, in whatever order. */
export interface RelationCounts {
  /** The number of the record that `cells` are from: the first one that came. */
  first: number;
  cells: string;
  readonly type: string;
  /** The number of the record that `place` is from: the first one that named a place. */
  placedBy: number;
  place: string | undefined;
  readonly tally: EvidenceTally;
}

/**
 * Adds what a record says of its relation to the relations so far, in place.
 * @param relations - the relations so far
 * @param fields - the record
 * @returns the relation
 */
export function noteRelation(relations: Map<string, RelationCounts>, fields: RecordFields): RelationCounts {
  const id = textAt(fields, FIELD.relation);
  const relation = relations.get(id) ?? createCounts(textAt(fields, FIELD.type));
  relations.set(id, relation);
  const number = numberAt(fields, FIELD.number);
  if (number < relation.first) {
    relation.first = number;
    relation.cells = textAt(fields, FIELD.relationCells);
  }
  const place = optionalTextAt(fields, FIELD.place);
  if (place !== undefined && number < relation.placedBy) {
    relation.placedBy = number;
    relation.place = place;
  }
  return relation;
}

/** Counts a piece of evidence that was not counted before. */
export function countEvidence({ tally }: RelationCounts, fields: RecordFields): void {
  addEvidence(tally, {
    stance: fields[FIELD.isSupport] === true ? 'supports' : 'denies',
    document: optionalTextAt(fields, FIELD.document),
    file: optionalTextAt(fields, FIELD.file),
    grade: EvidenceGrade.optional().parse(optionalTextAt(fields, FIELD.grade)),
  });
}

function createCounts(type: string): RelationCounts {
  return {
    first: Infinity,
    cells: '',
    type,
    placedBy: Infinity,
    place: undefined,
    tally: createTally(),
  };
}
