import { splitWords, type Word } from './split-words';

/** English words that say nothing about what a text is about. The list is Lucene's, whose indexes leave the same words out. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/** The words of a text, apart: those to search for, and those that are too common. */
export interface SortedWords {
  readonly wanted: readonly Word[];
  readonly common: readonly Word[];
}

/**
 * Separates the words of a search from its stop words, in order.
 * @param text - what a person typed
 */
export function sortWords(text: string): SortedWords {
  const words = splitWords(text);
  return {
    wanted: words.filter((word) => !STOP_WORDS.has(word.text)),
    common: words.filter((word) => STOP_WORDS.has(word.text)),
  };
}

/**
 * Lists the words to search for: all but the stop words, or the stop words when there are no
 * others.
 * @param text - what a person typed
 */
export function wantedWords(text: string): readonly Word[] {
  const { wanted, common } = sortWords(text);
  return wanted.length > 0 ? wanted : common;
}
