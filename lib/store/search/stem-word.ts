import { stemmer } from 'stemmer';

const ENGLISH = /^[a-z]+$/;

/**
 * Reduces a folded word to the stem that its English forms share ("denied" and "deny" give "deni"),
 * by Porter's algorithm, which Neo4j's English analyzer uses too. A word with letters other than a
 * to z is its own stem.
 */
export function stemWord(word: string): string {
  return ENGLISH.test(word) ? stemmer(word) : word;
}
