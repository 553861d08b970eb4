/** Letters that Unicode does not decompose, as people type them without a special keyboard. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

const MARKS = /\p{M}/gu;

/** In: text. Out: the same without case, accents and width, so that "muller" finds "Müller". */
export function foldText(text: string): string {
  let folded = '';
  for (const point of text) folded += foldPoint(point);
  return folded;
}

/** In: one code point. Out: what it folds to, which may be nothing (a combining mark) or several letters. */
export function foldPoint(point: string): string {
  if (point < '\u0080') return point.toLowerCase();
  const lower = point.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return PLAIN_LETTERS.get(lower) ?? lower;
}
