import type { Span } from '@/lib/model/span';

import { isBoundary } from './word-boundary';

/**
 * Finds where a text has words as whole words, from left to right and without overlap.
 * @param text - the text
 * @param words - the words
 * @param most - the maximum number of matches
 * @returns the spans, in UTF-16 units
 */
export function findWords(text: string, words: string, most = 1000): readonly Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let start = text.indexOf(words); start !== -1 && found.length < most;) {
    const end = start + words.length;
    const isWhole = isBoundary(text, start) && isBoundary(text, end);
    if (isWhole) found.push({ start, end });
    start = text.indexOf(words, isWhole ? end : start + 1);
  }
  return found;
}
