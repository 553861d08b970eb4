'use client';

import { useId, useMemo, useState } from 'react';

import type { Span } from '@/lib/model/span';
import { sliceCodePoints } from '@/lib/model/text-offsets';
import type { PassageMark } from '@/lib/reading/mark-passage';

import { PassageText, type PassageTextProps } from './passage-text';

interface FoldedPassageProps extends PassageTextProps {
  /** The part to read first; without one the passage is shown whole. */
  readonly window: Span | undefined;
}

/** A passage of which the part that matters comes first; the rest is there when it is asked for. */
export function FoldedPassage({ window, ...passage }: FoldedPassageProps) {
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const { text, marks } = passage;
  const part = useMemo(() => window && cutPassage(text, marks, window), [text, marks, window]);
  if (!part) return <PassageText {...passage} />;
  return (
    <div className="passage-folded">
      <div id={id}>{isWhole ? <PassageText {...passage} /> : <PassageText {...passage} {...part} />}</div>
      <button
        type="button"
        className="text-button passage-more"
        aria-expanded={isWhole}
        aria-controls={id}
        onClick={() => {
          setWhole(!isWhole);
        }}
      >
        {isWhole ? 'Show only the part that matters' : 'Show the whole passage'}
      </button>
    </div>
  );
}

/** The window with dots where the passage goes on, and the marks that lie in it, moved along. */
function cutPassage(text: string, marks: readonly PassageMark[], window: Span) {
  const before = window.start > 0 ? '… ' : '';
  const cut = sliceCodePoints(text, window.start, window.end);
  const isEnd = sliceCodePoints(text, window.end, window.end + 1) === '';
  const shift = before.length - window.start;
  const inside = marks.flatMap((mark) => {
    const [start, end] = [Math.max(mark.start, window.start), Math.min(mark.end, window.end)];
    return start < end ? [{ ...mark, start: start + shift, end: end + shift }] : [];
  });
  return { text: `${before}${cut}${isEnd ? '' : ' …'}`, marks: inside };
}
