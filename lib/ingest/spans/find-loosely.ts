import type { Span } from '@/lib/model/span';
import { toCodePointOffset } from '@/lib/model/text-offsets';

const BLANKS = /\s+/u;
const SPECIAL = /[\\^$.*+?()[\]{}|/]/gu;

/**
 * Finds words in a text, first as they are and then whatever blanks stand between them.
 *
 * @returns the first place, in code points of the text; undefined where the words do not stand
 */
export function findLoosely(text: string, words: string): Span | undefined {
  const wanted = words.normalize('NFC').trim();
  if (wanted === '') return undefined;
  const at = text.indexOf(wanted);
  if (at !== -1) return toSpan(text, at, wanted);
  const pattern = wanted
    .split(BLANKS)
    .map((word) => word.replace(SPECIAL, '\\$&'))
    .join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text);
  return found ? toSpan(text, found.index, found[0]) : undefined;
}

function toSpan(text: string, unit: number, words: string): Span {
  const start = toCodePointOffset(text, unit);
  return { start, end: start + toCodePointOffset(words, words.length) };
}
