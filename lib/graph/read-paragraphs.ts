import type { DocumentDetail } from '@/lib/model/document-detail';
import type { RelationBrief } from '@/lib/model/entity-detail';
import type { PassageId } from '@/lib/model/ids';

import type { QuoteMark } from './mark-passage';

/** A relation that a paragraph is evidence of, with where it is said, if the input told. */
export interface RelationSaid {
  readonly relation: RelationBrief;
  readonly stance: 'supports' | 'denies';
  readonly attributedTo: string | undefined;
  readonly quotes: readonly QuoteMark[];
}

export interface Paragraph {
  readonly passage: DocumentDetail['passages'][number];
  readonly said: readonly RelationSaid[];
}

/** In: a document as the API gives it. Out: what the input says stands in it without saying where, in the order of the relations. */
export function readUnplaced(detail: DocumentDetail): readonly RelationSaid[] {
  return [...(saidIn(detail).get(undefined)?.values() ?? [])];
}

/**
 * In: a document as the API gives it. Out: its paragraphs in order, each with what it says in the order of the quotes (those without
 * a quote last). Several pieces of evidence of one relation and stance in a paragraph are one entry with several quotes.
 */
export function readParagraphs(detail: DocumentDetail): readonly Paragraph[] {
  const said = saidIn(detail);
  return detail.passages.map((passage) => ({
    passage,
    said: [...(said.get(passage.id)?.values() ?? [])].sort((a, b) => firstQuote(a) - firstQuote(b)),
  }));
}

/** Out: by passage, what is said there; under `undefined`, what is said somewhere in the document. */
function saidIn({
  relations,
  evidence,
}: DocumentDetail): ReadonlyMap<PassageId | undefined, ReadonlyMap<string, RelationSaid>> {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const said = new Map<PassageId | undefined, Map<string, RelationSaid>>();
  for (const { relation: id, passage, stance, attributedTo, start, end } of evidence) {
    const relation = byId.get(id);
    if (!relation) continue;
    const here = said.get(passage) ?? new Map<string, RelationSaid>();
    const before = here.get(`${stance} ${id}`);
    const quotes =
      start === undefined || end === undefined ? [] : [{ role: 'quote', relation: id, start, end } as const];
    here.set(`${stance} ${id}`, {
      relation,
      stance,
      attributedTo: before?.attributedTo ?? attributedTo,
      quotes: [...(before?.quotes ?? []), ...quotes],
    });
    said.set(passage, here);
  }
  return said;
}

function firstQuote({ quotes }: RelationSaid): number {
  return Math.min(...quotes.map(({ start }) => start), Number.MAX_SAFE_INTEGER);
}
