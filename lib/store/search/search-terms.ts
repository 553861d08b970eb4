import { splitWords } from './split-words';
import { stemWord } from './stem-word';
import { wantedWords } from './stop-words';

/**
 * Lists the terms under which a text is indexed: its folded words and, in a script without spaces,
 * every letter and every pair of letters.
 */
export function toIndexTerms(text: string): string[] {
  return splitWords(text).flatMap(({ text: word, isUnspaced }) =>
    isUnspaced ? [...lettersOf(word), ...pairsOf(word)] : [word],
  );
}

/** Lists the stems of a text's words, each once. */
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
 * Lists the terms of a search. Stop words are left out unless there are no others. In a script
 * without spaces the terms are the pairs of letters, so that a part finds a longer text.
 * @param text - what a person typed
 */
export function toQueryTerms(text: string): QueryTerm[] {
  return wantedWords(text).flatMap(({ text: word, isUnspaced }) =>
    isUnspaced ? pairsOrLetter(word).map((term) => ({ term })) : [{ term: word, stem: stemWord(word) }],
  );
}

/**
 * Splits a run of a script without spaces into its overlapping pairs of letters, or its only
 * letter.
 */
export function pairsOrLetter(run: string): string[] {
  const pairs = pairsOf(run);
  return pairs.length > 0 ? pairs : [run];
}

/** Returns how many letters of a word may be mistyped. */
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
