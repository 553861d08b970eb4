import type { DocumentDetail } from '@/lib/model/document-detail';
import type { PassageId } from '@/lib/model/ids';

import { relationsById, tellPassage, type RelationSaid } from './tell-passage';

export interface Paragraph {
  readonly passage: DocumentDetail['passages'][number];
  readonly said: readonly RelationSaid[];
}

/**
 * Lists what the input says is stated in a document without saying where, in the order of the
 * relations.
 */
export function readUnplaced(detail: DocumentDetail): readonly RelationSaid[] {
  return tellPassage(evidenceByPassage(detail).get(undefined) ?? [], relationsById([detail]));
}

/**
 * Lists the paragraphs of a document in order, each with what it says in the order of the quotes
 * (those without a quote last).
 */
export function readParagraphs(detail: DocumentDetail): readonly Paragraph[] {
  const relations = relationsById([detail]);
  const evidence = evidenceByPassage(detail);
  return detail.passages.map((passage) => ({
    passage,
    said: tellPassage(evidence.get(passage.id) ?? [], relations).toSorted(
      (a, b) => firstQuote(a) - firstQuote(b),
    ),
  }));
}

/**
 * Groups evidence by the passage that it cites; under `undefined`, what cites the document as a
 * whole.
 */
function evidenceByPassage(
  detail: DocumentDetail,
): ReadonlyMap<PassageId | undefined, DocumentDetail['evidence']> {
  const evidence = new Map<PassageId | undefined, DocumentDetail['evidence']>();
  for (const piece of detail.evidence) {
    const before = evidence.get(piece.passage);
    if (before) before.push(piece);
    else evidence.set(piece.passage, [piece]);
  }
  return evidence;
}

function firstQuote({ quotes }: RelationSaid): number {
  return Math.min(...quotes.map(({ start }) => start), Number.MAX_SAFE_INTEGER);
}
