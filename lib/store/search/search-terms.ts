import { splitWords } from './split-words';
import { stemWord } from './stem-word';
import { wantedWords } from './stop-words';

/** In: a text to index. Out: its terms: folded words; of a script without spaces, every letter and every pair of letters. */
export function toIndexTerms(text: string): string[] {
  return splitWords(text).flatMap(({ text: word, isUnspaced }) =>
    isUnspaced ? [...lettersOf(word), ...pairsOf(word)] : [word],
  );
}

/** In: a text to index. Out: the stems of its words, each once. */
export function toIndexStems(text: string): string[] {
  const words = splitWords(text).filter(({ isUnspaced }) => !isUnspaced);
  return [...new Set(words.map((word) => stemWord(word.text)))];
}

/** A term to search for; `stem` is missing where the term has no other forms. */
export interface QueryTerm {
  readonly term: string;
  readonly stem?: string;
}

/**
 * In: what a person typed. Out: its terms without the stop words, unless there are no others; of a script without spaces the pairs, so
 * that a longer text is found by a part of it.
 */
export function toQueryTerms(text: string): QueryTerm[] {
  return wantedWords(text).flatMap(({ text: word, isUnspaced }) =>
    isUnspaced ? pairsOrLetter(word).map((term) => ({ term })) : [{ term: word, stem: stemWord(word) }],
  );
}

/** In: a run of a script without spaces. Out: its pairs of letters, or its only letter. */
export function pairsOrLetter(run: string): string[] {
  const pairs = pairsOf(run);
  return pairs.length > 0 ? pairs : [run];
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
