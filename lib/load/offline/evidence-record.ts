import { saidGrade, type Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';

import { toCells } from './csv-row';
import type { SpoolRecord } from './spool';

/** A piece of evidence with its relation, and the document that it cites, by a passage or as a whole. */
export interface GatheredEvidence {
  readonly evidence: Evidence;
  readonly relation: Relation;
  readonly document: string | undefined;
}

/** What stands where in a record. The cells are those of the tables, as far as they are known when the record is written. */
export const FIELD = {
  relation: 0,
  evidence: 1,
  number: 2,
  isSupport: 3,
  document: 4,
  file: 5,
  passage: 6,
  load: 7,
  evidenceCells: 8,
  type: 9,
  relationCells: 10,
  place: 11,
  line: 12,
  record: 13,
  grade: 14,
} as const;

/**
 * Writes the record that is spooled of a piece of evidence and its relation until all evidence is
 * there.
 * @param number - its number among all evidence
 */
export function toEvidenceRecord(
  { evidence, relation, document }: GatheredEvidence,
  number: number,
): SpoolRecord {
  return [
    relation.id,
    evidence.id,
    number,
    evidence.stance === 'supports',
    document,
    evidence.file,
    evidence.passage,
    evidence.load,
    toEvidenceCells(evidence, relation),
    relation.type,
    toRelationCells(relation),
    relation.place,
    evidence.line,
    evidence.record,
    evidence.grade,
  ];
}

/** What does not depend on the load that says it. */
function toEvidenceCells(evidence: Evidence, { subject, type, object }: Relation): string {
  const { id, relation, stance, start, end, attributedTo, attributedToId, file, confidence, document } =
    evidence;
  const { statement } = evidence;
  const ends = [subject, type, object];
  return toCells([
    id,
    relation,
    ...ends,
    stance,
    start,
    end,
    attributedTo,
    attributedToId,
    file,
    confidence,
    document,
    saidGrade(evidence),
    statement,
  ]);
}

function toRelationCells({ id, type, subject, object, about, when, modality }: Relation): string {
  const { start, end, precision, qualifier } = when ?? {};
  return toCells([subject, object, type, id, about, start, end, precision, qualifier, modality]);
}
