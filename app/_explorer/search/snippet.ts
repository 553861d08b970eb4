import type { Span } from '@/lib/model/span';

/** A stretch of a snippet: words that were found, or words around them. */
export interface SnippetPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much of a passage stands in the list, in characters before and after the first word that was found. */
const BEFORE = 32;
const AFTER = 90;

/**
 * Cuts the surroundings of the first match out of a passage, at words.
 * @param text - the passage
 * @param spans - where words were found in it, in code points
 * @returns the pieces of the snippet
 */
export function toSnippet(text: string, spans: readonly Span[]): readonly SnippetPiece[] {
  const points = Array.from(text);
  const { start, end } = spans[0] ?? { start: 0, end: 0 };
  const from = startOfWord(points, Math.max(0, start - BEFORE), start);
  const to = endOfWord(points, Math.min(points.length, end + AFTER), end);
  const within = spans.filter((span) => span.start >= from && span.end <= to);
  return [
    { text: from > 0 ? '…' : '', isFound: false },
    ...cutAt(points, { start: from, end: to }, within),
    { text: to < points.length ? '…' : '', isFound: false },
  ].filter((piece) => piece.text !== '');
}

/**
 * Cuts part of a text where spans begin and end.
 * @param points - the text, in code points
 * @param part - the part
 * @param spans - spans within the part, in order
 */
function cutAt(points: readonly string[], part: Span, spans: readonly Span[]): SnippetPiece[] {
  const textOf = (start: number, end: number) => points.slice(start, end).join('');
  const pieces = spans.flatMap(({ start, end }, index) => [
    { text: textOf(spans[index - 1]?.end ?? part.start, start), isFound: false },
    { text: textOf(start, end), isFound: true },
  ]);
  return [...pieces, { text: textOf(spans.at(-1)?.end ?? part.start, part.end), isFound: false }];
}

/** The first start of a word from a place on; the place itself where no word starts before `last`. */
function startOfWord(points: readonly string[], from: number, last: number): number {
  if (from === 0) return 0;
  for (let at = from; at <= last; at += 1) if (isSpace(points[at - 1])) return at;
  return from;
}

/** The last end of a word up to a place; the place itself where no word ends after `first`. */
function endOfWord(points: readonly string[], to: number, first: number): number {
  if (to === points.length) return to;
  for (let at = to; at > first; at -= 1) if (isSpace(points[at])) return at;
  return to;
}

function isSpace(point: string | undefined): boolean {
  return point !== undefined && /\s/u.test(point);
}
