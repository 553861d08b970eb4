import { stemmer } from 'stemmer';

const ENGLISH = /^[a-z]+$/;

/**
 * In: a folded word. Out: the stem that it shares with its other English forms ("denied" and "deny" give "deni"), by Porter's
 * algorithm, which Neo4j's English analyzer uses too. A word with other letters than a to z is its own stem.
 */
export function stemWord(word: string): string {
  return ENGLISH.test(word) ? stemmer(word) : word;
}
