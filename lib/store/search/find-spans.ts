import type { Span } from '@/lib/model/span';

import { allowedEdits, pairsOrLetter } from './search-terms';
import type { Word } from './split-words';
import { splitWords } from './split-words';
import { stemWord } from './stem-word';
import { sortWords } from './stop-words';

/**
 * Finds where the words of a search occur in a text: the word itself, a word that begins with it,
 * another form of it, or one that differs by a typo. Stop words are not marked. The text is
 * compared word by word; nothing typed is ever compiled to a pattern.
 * @param text - the text to mark
 * @param searched - what a person searched for
 * @returns the spans, with offsets in code points
 */
export function findSpans(text: string, searched: string): readonly Span[] {
  const { wanted } = sortWords(searched);
  const spaced = wanted
    .filter(({ isUnspaced }) => !isUnspaced)
    .map((word) => ({ word: word.text, stem: stemWord(word.text) }));
  const runs = wanted.filter(({ isUnspaced }) => isUnspaced).map((run) => run.text);
  return splitWords(text).flatMap((word) => {
    if (word.isUnspaced) return spansInRun(word, runs);
    return spaced.some((one) => matches(word.text, one)) ? [toSpan(word)] : [];
  });
}

function matches(text: string, { word, stem }: { readonly word: string; readonly stem: string }): boolean {
  return text.startsWith(word) || stemWord(text) === stem || isTypo(text, word);
}

function spansInRun(run: Word, wanted: readonly string[]): readonly Span[] {
  const whole = wanted.flatMap((part) => occurrences(run, part));
  if (whole.length > 0) return whole;
  return mergeSpans(wanted.flatMap(pairsOrLetter).flatMap((term) => occurrences(run, term)));
}

function occurrences(run: Word, part: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = run.text.indexOf(part); at >= 0; at = run.text.indexOf(part, at + part.length)) {
    const first = run.points[at] ?? run.start;
    const last = run.points[at + part.length - 1] ?? first;
    spans.push({ start: first, end: last + 1 });
  }
  return spans;
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

function toSpan({ start, end }: Word): Span {
  return { start, end };
}

/** Whether two words differ by no more letters than a typo of the wanted one may have. */
function isTypo(word: string, wanted: string): boolean {
  const edits = allowedEdits(wanted);
  return edits > 0 && Math.abs(word.length - wanted.length) <= edits && editDistance(word, wanted) <= edits;
}

/** Letters to insert, drop or replace to make one word the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
