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

/** Folds case, accents and width, so that "muller" finds "Müller". */
export function foldText(text: string): string {
  let folded = '';
  for (const point of text) folded += foldPoint(point);
  return folded;
}

/** Folds one code point, to nothing (a combining mark), one letter or several. */
export function foldPoint(point: string): string {
  if (point < '\u0080') return point.toLowerCase();
  const lower = point.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return PLAIN_LETTERS.get(lower) ?? lower;
}
