import type { Passage } from '@/lib/model/passage';
import type { Span } from '@/lib/model/span';
import { sliceCodePoints, toCodePointOffset } from '@/lib/model/text-offsets';

/** A quote as passages have their text: NFC, with a space for each line break. */
export function toQuote(cell: string): string {
  return cell
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .join(' ')
    .normalize('NFC');
}

/**
 * Finds where a quote first stands in a text.
 * @param text - the text, in NFC
 * @param quote - the quote, in NFC
 * @returns the span, in code points, or undefined when the text does not contain it
 */
export function findQuote(text: string, quote: string): Span | undefined {
  const unit = text.indexOf(quote);
  if (unit === -1) return undefined;
  const start = toCodePointOffset(text, unit);
  const end = start + toCodePointOffset(quote, quote.length);
  return sliceCodePoints(text, start, end) === quote ? { start, end } : undefined;
}

/**
 * Explains where a quote stands that is not in the paragraph cited, or what is nearest to it.
 * @param quote - the quote
 * @param cited - the paragraph cited
 * @param passages - the passages of its document
 * @returns the end of a sentence
 */
export function explainMissingQuote(quote: string, cited: Passage, passages: Iterable<Passage>): string {
  const elsewhere = [...passages].filter(({ text }) => text.includes(quote)).map(({ index }) => index);
  if (elsewhere.length > 0) {
    return `it is in paragraph ${elsewhere.slice(0, 5).join(' and ')}; correct the paragraph number`;
  }
  if (simplify(cited.text).includes(simplify(quote))) {
    return 'it is there with other capitals, quotation marks, dashes or spaces; copy it from the document';
  }
  const begin = longestBeginning(cited.text, quote);
  return begin === ''
    ? 'nor is it in any other paragraph of the document; copy it from the document'
    : `the paragraph has only its beginning, “${begin}”; copy it from the document`;
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b`´]/gu, "'")
    .replace(/[\u201c\u201d\u201e«»]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ');
}

/** The whole words that a quote begins with and the text contains. */
function longestBeginning(text: string, quote: string): string {
  const words = quote.split(' ');
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(words.slice(0, middle).join(' '))) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? '' : words.slice(0, low).join(' ');
}
