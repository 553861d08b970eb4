import { z } from 'zod';

import { DocumentId, EntityId, EvidenceId, LoadId, PassageId, RelationId } from './ids';

export const Stance = z.enum(['supports', 'denies']);
export type Stance = z.infer<typeof Stance>;

/**
 * How an input ties a relation to its source: it names the passage (`exact`); both ends are named in one passage only (`candidate`); both
 * are named there, among other passages, and nobody says that the relation was read there (`co-mention`); a line of a file (`row`).
 */
export const EvidenceGrade = z.enum(['exact', 'candidate', 'co-mention', 'row']);
export type EvidenceGrade = z.infer<typeof EvidenceGrade>;

/**
 * What joins a relation to a source: a passage, with the span of the quote where the input gave one (code points); a document, where the
 * input names no passage of it; or, for a bare triple, the input file and its line. `attributedTo` names who says it when that is not the
 * author.
 */
export const Evidence = z.object({
  id: EvidenceId,
  relation: RelationId,
  stance: Stance,
  attributedTo: z.string().min(1).optional(),
  attributedToId: EntityId.optional(),
  passage: PassageId.optional(),
  /** The document that says it, where the passage is not known; a passage knows its document itself. */
  document: DocumentId.optional(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  /** Which record of the file it is, counted from 1, where one line may hold many. */
  record: z.int().positive().optional(),
  /** How sure the input is of it, in percent: its own word (GDELT's `Confidence`, an extractor's score), never ours. */
  confidence: z.int().min(0).max(100).optional(),
  /** How it is tied to its source. When left out: `exact` with a passage or a document, else `row`; `gradeOf` says it. */
  grade: EvidenceGrade.optional(),
  /** What an extractor wrote about the relation, in its own words: no quotation of the source. */
  statement: z.string().min(1).optional(),
  load: LoadId,
});
export type Evidence = z.infer<typeof Evidence>;

/** What tells how a piece of evidence is tied to its source. */
interface Tied {
  readonly grade?: EvidenceGrade | undefined;
  readonly passage?: string | undefined;
  readonly document?: string | undefined;
}

/** Returns how the evidence is tied to its source, also where the input left it to what the evidence cites. */
export function gradeOf({ grade, passage, document }: Tied): EvidenceGrade {
  return grade ?? (passage === undefined && document === undefined ? 'row' : 'exact');
}

/** Returns the grade to store: none where what is cited tells it. */
export function saidGrade({ grade, passage, document }: Tied): EvidenceGrade | undefined {
  return grade === undefined || grade === gradeOf({ passage, document }) ? undefined : grade;
}
