import type { Passage } from '@/lib/model/passage';

import { refuseCell, shortenCell } from '../rows/check-cell';
import type { DocumentIndex } from './document-index';
import { explainMissingQuote, findQuote, toQuote } from './find-quote';
import type { Citation } from '../source';

const NUMBER = /^\d{1,6}$/u;
const SHOWN_NUMBERS = 20;
const CITING_COLUMNS = ['document', 'paragraph', 'quote'] as const;

/** In: a row's cells. Out: the passage it cites, with the quote's span if it has one, or undefined when it cites none. Throws `invalid` with the column as path. */
export function findCitation(
  cells: ReadonlyMap<string, string>,
  documents: DocumentIndex,
): Citation | undefined {
  // Half a million rows come through here, most of which cite no more than their line.
  if (!CITING_COLUMNS.some((column) => cells.has(column))) return undefined;
  const document = cells.get('document')?.normalize('NFC') ?? '';
  const paragraph = cells.get('paragraph') ?? '';
  const quote = toQuote(cells.get('quote') ?? '');
  if (document === '') {
    refuseHalf({ paragraph, quote });
    return undefined;
  }
  const passages = findDocument(document, documents);
  const passage = findPassage(document, paragraph, passages);
  if (quote === '') return { passage: passage.id };
  const span = findQuote(passage.text, quote);
  if (span) return { passage: passage.id, ...span };
  return refuseCell(
    'quote',
    `the quote “${shortenCell(quote)}” is not in paragraph ${passage.index} of '${document}'; ${explainMissingQuote(quote, passage, passages.values())}`,
  );
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

function findPassage(document: string, paragraph: string, passages: ReadonlyMap<number, Passage>): Passage {
  if (paragraph === '')
    return refuseCell('paragraph', `the paragraph of '${document}' is missing; give its number`);
  if (!NUMBER.test(paragraph))
    return refuseCell('paragraph', `'${shortenCell(paragraph)}' is not a paragraph number`);
  const passage = passages.get(Number(paragraph));
  if (passage) return passage;
  const numbers = [...passages.keys()];
  const shown = numbers.slice(0, SHOWN_NUMBERS).join(', ') + (numbers.length > SHOWN_NUMBERS ? ' …' : '');
  return refuseCell('paragraph', `'${document}' has no paragraph ${paragraph}; it has ${shown}`);
}
