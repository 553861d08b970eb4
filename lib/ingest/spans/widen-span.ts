import type { Span } from '@/lib/model/span';
import { toCodePointOffset, toUnitOffsets } from '@/lib/model/text-offsets';

import { isBoundary } from './word-boundary';

/** Letters and marks, in UTF-16 units, by which hand-made spans miss a word's end; what lacks more was meant so. */
const MOST_MISSING = 4;

/**
 * Widens a span that cuts words to whole words; any other span stays as it is.
 * @param text - the text
 * @param span - the span, in code points
 */
export function widenSpan(text: string, span: Span): Span {
  const [from = 0, to = 0] = toUnitOffsets(text, [span.start, span.end]);
  const start = findBoundary(text, from, -1);
  const end = findBoundary(text, to, 1);
  if (start === from && end === to) return span;
  return { start: toCodePointOffset(text, start), end: toCodePointOffset(text, end) };
}

function findBoundary(text: string, unit: number, step: 1 | -1): number {
  for (let moved = 0; moved <= MOST_MISSING; moved += 1) {
    if (isBoundary(text, unit + moved * step)) return unit + moved * step;
  }
  return unit;
}
