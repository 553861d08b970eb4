import type { RelationType } from '@/lib/model/relation-type';

import { foldText } from '../../search/fold-text';
import { splitWords } from '../../search/split-words';
import { stemWord } from '../../search/stem-word';
import { sortWords } from '../../search/stop-words';
import { order } from './relation-details';

/**
 * Ranks the relation types that match a search: first those whose name or label it is, then those
 * that begin with it, those with a later word that does, and those whose label has its words in
 * another form. Stop words alone match only a label that consists of them.
 * @param types - the types to rank
 * @param searched - what a person searched for
 * @returns the types that match, best first
 */
export function rankTypes(types: readonly RelationType[], searched: string): readonly RelationType[] {
  const wanted = foldText(searched).trim();
  const words = sortWords(searched).wanted.map(({ text }) => ({ text, stem: stemWord(text) }));
  return types
    .map((type) => ({ type, rank: rankOf(toTexts(type), { wanted, words }) }))
    .filter(({ rank }) => rank < NO_RANK)
    .sort((a, b) => a.rank - b.rank || order(a.type.type, b.type.type))
    .map(({ type }) => type);
}

const NO_RANK = 4;

interface Wanted {
  readonly wanted: string;
  readonly words: readonly { readonly text: string; readonly stem: string }[];
}

function rankOf(texts: readonly string[], { wanted, words }: Wanted): number {
  if (texts.includes(wanted)) return 0;
  if (words.length === 0) return NO_RANK;
  if (texts.some((text) => text.startsWith(wanted))) return 1;
  if (texts.some((text) => text.includes(` ${wanted}`))) return 2;
  return texts.some((text) => hasWords(text, words)) ? 3 : NO_RANK;
}

function hasWords(text: string, wanted: Wanted['words']): boolean {
  const words = splitWords(text).map((word) => word.text);
  return wanted.every((one) =>
    words.some((word) => word.startsWith(one.text) || stemWord(word) === one.stem),
  );
}

function toTexts({ type, label, inverse }: RelationType): readonly string[] {
  return [type, type.replaceAll('_', ' '), label, inverse].map(foldText);
}
