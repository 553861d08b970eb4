import { EvidenceGrade, gradeOf, type Stance } from '@/lib/model/evidence';

/** A piece of evidence as far as counting needs it. */
export interface CountedEvidence {
  readonly stance: Stance;
  /** The document that it cites, by a passage or as a whole. */
  readonly document?: string | undefined;
  readonly file?: string | undefined;
  /** As it is stored: nothing where the input did not say it. */
  readonly grade?: EvidenceGrade | undefined;
}

/**
 * What a relation stores about its evidence. `documents` counts input files where there are no documents. A co-mention is a piece of
 * evidence, and no source: neither `documents` nor `sources` know it.
 */
export interface EvidenceCounts {
  readonly evidence: number;
  readonly supports: number;
  readonly documents: number;
  readonly contested: boolean;
  readonly sources: readonly string[];
  /** The grades that its evidence has; undefined where `documents` and `sources` tell them, as they do where no input said any. */
  readonly grades: readonly EvidenceGrade[] | undefined;
  /** Whether all that supports it or, where it is only denied, all that denies it are co-mentions. */
  readonly coMentionsOnly: boolean;
}

/** The evidence of one relation, as it is counted piece by piece. */
export interface EvidenceTally {
  evidence: number;
  supports: number;
  coMentions: number;
  supportingCoMentions: number;
  /** A bit for each of `EvidenceGrade.options`. */
  grades: number;
  readonly documents: Set<string>;
  readonly files: Set<string>;
}

/** Returns a tally of no evidence. */
export function createTally(): EvidenceTally {
  return {
    evidence: 0,
    supports: 0,
    coMentions: 0,
    supportingCoMentions: 0,
    grades: 0,
    documents: new Set(),
    files: new Set(),
  };
}

/** Counts a piece of evidence that was not counted before. */
export function addEvidence(tally: EvidenceTally, evidence: CountedEvidence): void {
  const { stance, document, file } = evidence;
  const grade = gradeOf(evidence);
  const isSupport = stance === 'supports';
  tally.evidence += 1;
  if (isSupport) tally.supports += 1;
  tally.grades |= bitOf(grade);
  if (grade === 'co-mention') {
    tally.coMentions += 1;
    if (isSupport) tally.supportingCoMentions += 1;
  } else if (document !== undefined) tally.documents.add(document);
  else if (file !== undefined) tally.files.add(file);
}

/**
 * @param tally - all the evidence of one relation
 * @returns the numbers that are derived from it.
 */
export function toCounts(tally: EvidenceTally): EvidenceCounts {
  const { evidence, supports, coMentions, supportingCoMentions, documents, files } = tally;
  return {
    evidence,
    supports,
    documents: documents.size + files.size,
    contested: supports > 0 && supports < evidence,
    sources: [...documents].sort(),
    grades:
      tally.grades === derivedGrades(tally)
        ? undefined
        : EvidenceGrade.options.filter((grade) => (tally.grades & bitOf(grade)) !== 0),
    coMentionsOnly: supports > 0 ? supportingCoMentions === supports : coMentions === evidence,
  };
}

/**
 * @param evidence - all the evidence of one relation
 * @returns the numbers that are derived from it.
 */
export function countEvidence(evidence: readonly CountedEvidence[]): EvidenceCounts {
  const tally = createTally();
  for (const each of evidence) addEvidence(tally, each);
  return toCounts(tally);
}

/** What a relation without stored grades has, by its other numbers: the same as `gradesOf` in `lib/store/cypher/relation-pattern.ts`. */
function derivedGrades({ documents, files }: EvidenceTally): number {
  if (documents.size === 0) return bitOf('row');
  return files.size > 0 ? bitOf('exact') | bitOf('row') : bitOf('exact');
}

function bitOf(grade: EvidenceGrade): number {
  return 1 << EvidenceGrade.options.indexOf(grade);
}
