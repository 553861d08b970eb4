import { splitWords } from './split-words';

/** In: a text to index. Out: its terms: folded words; of a script without spaces, every letter and every pair of letters. */
export function toIndexTerms(text: string): string[] {
  return splitWords(text).flatMap(({ text: word, isUnspaced }) =>
    isUnspaced ? [...lettersOf(word), ...pairsOf(word)] : [word],
  );
}

/** In: what a person typed. Out: its terms; of a script without spaces the pairs, so that a longer text is found by a part of it. */
export function toQueryTerms(text: string): string[] {
  return splitWords(text).flatMap(({ text: word, isUnspaced }) => {
    if (!isUnspaced) return [word];
    const pairs = pairsOf(word);
    return pairs.length > 0 ? pairs : [word];
  });
}

/** In: a word. Out: how many letters of it may be wrong. */
export function allowedEdits(word: string): number {
  if (word.length < 4 || /[^\p{L}]/u.test(word) || isPair(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

function isPair(word: string): boolean {
  return splitWords(word).some(({ isUnspaced }) => isUnspaced);
}

function pairsOf(word: string): string[] {
  const letters = lettersOf(word);
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}

function lettersOf(word: string): readonly string[] {
  return Array.from(word);
}
