import type { Span } from '@/lib/model/span';

/** A stretch of a snippet: words that were found, or words around them. */
export interface SnippetPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much of a passage stands in the list, in characters before and after the first word that was found. */
const BEFORE = 32;
const AFTER = 90;

/** In: a passage's text and where words were found in it, in code points. Out: what is around the first of them, cut at words, in pieces. */
export function toSnippet(text: string, spans: readonly Span[]): readonly SnippetPiece[] {
  const points = Array.from(text);
  const [first] = spans;
  const from = startOfWord(points, Math.max(0, (first?.start ?? 0) - BEFORE), first?.start ?? 0);
  const to = endOfWord(points, Math.min(points.length, (first?.end ?? 0) + AFTER), first?.end ?? 0);
  const pieces: SnippetPiece[] = [{ text: from > 0 ? '…' : '', isFound: false }];
  let at = from;
  for (const { start, end } of spans) {
    if (start < at || end > to) continue;
    pieces.push({ text: points.slice(at, start).join(''), isFound: false });
    pieces.push({ text: points.slice(start, end).join(''), isFound: true });
    at = end;
  }
  pieces.push({ text: points.slice(at, to).join(''), isFound: false });
  pieces.push({ text: to < points.length ? '…' : '', isFound: false });
  return pieces.filter((piece) => piece.text !== '');
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
