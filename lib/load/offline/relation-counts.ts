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
  evidence: number;
  supports: number;
  readonly documents: Set<string>;
  readonly files: Set<string>;
}

/** In: the relations so far, and a record. Out: its relation, with what the record's row says of it. */
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

/** Counts a piece of evidence that was not counted before, as `lib/store/verbs/count-evidence.ts` does. */
export function countEvidence(relation: RelationCounts, fields: RecordFields): void {
  relation.evidence += 1;
  if (fields[FIELD.isSupport] === true) relation.supports += 1;
  const document = optionalTextAt(fields, FIELD.document);
  const file = optionalTextAt(fields, FIELD.file);
  if (document !== undefined) relation.documents.add(document);
  else if (file !== undefined) relation.files.add(file);
}

function createCounts(type: string): RelationCounts {
  return {
    first: Infinity,
    cells: '',
    type,
    placedBy: Infinity,
    place: undefined,
    evidence: 0,
    supports: 0,
    documents: new Set(),
    files: new Set(),
  };
}
