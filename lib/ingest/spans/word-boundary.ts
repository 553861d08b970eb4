const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LAST_SIMPLE = 0x02ff;

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Tells whether a word may begin or end at an offset; never inside what reads as one character.
 * @param text - the text
 * @param unit - the offset, in UTF-16 units
 */
export function isBoundary(text: string, unit: number): boolean {
  if (unit === 0 || unit === text.length) return true;
  const before = codePointBefore(text, unit);
  const after = text.codePointAt(unit) ?? 0;
  if (Math.max(before, after) > LAST_SIMPLE && !startsCharacter(text, unit)) return false;
  const left = String.fromCodePoint(before);
  const right = String.fromCodePoint(after);
  return !(WORD.test(left) && WORD.test(right)) || UNSPACED.test(left) || UNSPACED.test(right);
}

function startsCharacter(text: string, unit: number): boolean {
  return characters.segment(text).containing(unit)?.index === unit;
}

function codePointBefore(text: string, unit: number): number {
  const low = text.charCodeAt(unit - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && unit > 1;
  return (isPair ? text.codePointAt(unit - 2) : low) ?? low;
}
