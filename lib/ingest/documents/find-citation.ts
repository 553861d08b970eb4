import { DocumentId } from '@/lib/model/ids';
import type { Passage } from '@/lib/model/passage';

import { refuseCell, shortenCell } from '../rows/check-cell';
import type { DocumentIndex } from './document-index';
import { explainMissingQuote, findQuote, toQuote } from './find-quote';
import type { Citation } from '../source';

const NUMBER = /^\d{1,6}$/u;
const CITING_COLUMNS = ['document', 'paragraph', 'quote'] as const;

/** A document that is cited though the row does not say which passage of it, or not so that it can be read. */
export interface DocumentCitation {
  readonly document: DocumentId;
  /** What is left out, and why. */
  readonly about: string;
}

/**
 * @returns the passage that a row cites, with the quote's span if it has one; the document alone where its passage cannot be told;
 *   undefined when it cites none.
 * @throws `invalid` with the column as path when the document is unknown or the quote is not in it.
 */
export function findCitation(
  cells: ReadonlyMap<string, string>,
  documents: DocumentIndex,
): Citation | DocumentCitation | undefined {
  // Half a million rows come through here, most of which cite no more than their line.
  if (!CITING_COLUMNS.some((column) => cells.has(column))) return undefined;
  const id = cells.get('document')?.normalize('NFC') ?? '';
  const paragraph = cells.get('paragraph') ?? '';
  const quote = toQuote(cells.get('quote') ?? '');
  if (id !== '') return citePassage({ id, paragraph, quote }, findDocument(id, documents));
  refuseHalf({ paragraph, quote });
  return undefined;
}

interface Cited {
  readonly id: string;
  readonly paragraph: string;
  readonly quote: string;
}

function citePassage(
  { id, paragraph, quote }: Cited,
  passages: ReadonlyMap<number, Passage>,
): Citation | DocumentCitation {
  const numbered = passages.get(NUMBER.test(paragraph) ? Number(paragraph) : 0);
  const passage = numbered ?? findByQuote(quote, passages);
  if (passage === undefined)
    return { document: DocumentId.parse(id), about: explainMissing(paragraph, quote) };
  if (quote === '') return { passage: passage.id };
  const span = findQuote(passage.text, quote);
  if (span) return { passage: passage.id, ...span };
  return refuseCell(
    'quote',
    `the quote “${shortenCell(quote)}” is not in paragraph ${passage.index} of '${id}'; ${explainMissingQuote(quote, passage, passages.values())}`,
  );
}

/** The only passage of a document that has the words. */
function findByQuote(quote: string, passages: ReadonlyMap<number, Passage>): Passage | undefined {
  if (quote === '') return undefined;
  const [only, another] = [...passages.values()].filter(({ text }) => findQuote(text, quote) !== undefined);
  return another === undefined ? only : undefined;
}

function explainMissing(paragraph: string, quote: string): string {
  if (quote !== '') return 'the document alone is cited, since its words are not in just one paragraph of it';
  return paragraph === ''
    ? 'the document alone is cited, since there is no number of a paragraph'
    : 'the document alone is cited, since it has no such paragraph';
}

/** Throws for a part of a citation without its document. */
function refuseHalf({ paragraph, quote }: { paragraph: string; quote: string }): void {
  if (paragraph !== '') refuseCell('document', 'there is a paragraph but no document; name the document');
  if (quote !== '')
    refuseCell('document', 'there is a quote but no document; name the document and the paragraph');
}

function findDocument(id: string, { passages, refused }: DocumentIndex): ReadonlyMap<number, Passage> {
  const found = passages.get(id);
  if (found) return found;
  if (refused.has(id)) refuseCell('document', `the document '${id}' was refused itself; mend it first`);
  const known = [...passages.keys()].slice(0, 5);
  const hint =
    known.length === 0
      ? 'there are no documents; put them into the folder documents/ beside triples.csv'
      : `the documents are: ${known.join(', ')}${passages.size > known.length ? ' …' : ''}`;
  return refuseCell('document', `there is no document '${shortenCell(id)}'; ${hint}`);
}
