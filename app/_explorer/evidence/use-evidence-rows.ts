'use client';

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

import type { EvidenceRow, EvidenceRows } from '@/lib/reading/evidence-rows';

/** Lists up to this many rows stand on the page as a whole, for the browser's own search and for printing. */
const WHOLE_MAX = 250;
const OVERSCAN = 6;
const HEIGHTS = { group: 50, relation: 34, evidence: 180 } as const;
/** What stays at the top of the pane, the stepper and the heading of the type, is so high. */
const HEAD = 80;

/** Which rows of a long list are on the page, and where; they are measured, since texts have any length. */
export function useEvidenceRows(list: RefObject<HTMLElement | null>, current: number, all: EvidenceRows) {
  const { rows, places } = all;
  const [scrollMargin, setScrollMargin] = useState(0);
  const focused = useRef<number>(undefined);
  const isWhole = rows.length <= WHOLE_MAX;
  const currentRow = places[current - 1] ?? 0;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'evidence'],
    getItemKey: (index) => keyOf(rows[index], index),
    overscan: isWhole ? rows.length : OVERSCAN,
    scrollMargin,
    scrollPaddingStart: HEAD,
    rangeExtractor: (range) => extractRange(range, [headingBefore(rows, range.startIndex), currentRow]),
  });

  /** What stands above the list may wrap or come later. */
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    if (!scroller) return undefined;
    const observer = new ResizeObserver(() => {
      setScrollMargin(offsetIn(scroller, list.current));
    });
    for (const element of [scroller, ...scroller.children]) observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [list]);

  useEffect(() => {
    if (focused.current === undefined) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-evidence="${focused.current}"]`);
    if (!item) return;
    focused.current = undefined;
    item.focus({ preventScroll: true });
  });

  /** The first piece of evidence of a relation is shown with the sentence that it is evidence of. */
  const reveal = useCallback(
    (number: number, isFocused: boolean) => {
      const place = places[number - 1];
      if (place === undefined) return;
      if (isFocused) focused.current = number;
      virtual.scrollToIndex(rows[place - 1]?.kind === 'relation' ? place - 1 : place, { align: 'start' });
    },
    [virtual, rows, places],
  );
  const top = virtual.getVirtualItemForOffset((virtual.scrollOffset ?? 0) + HEAD)?.index ?? 0;
  return { virtual, scrollMargin, isWhole, reveal, heading: headingBefore(rows, top) };
}

function extractRange(range: Range, kept: readonly number[]): number[] {
  return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
}

/** The row of the heading of the type that a row belongs to. */
function headingBefore(rows: readonly EvidenceRow[], index: number): number {
  for (let at = index; at > 0; at -= 1) if (rows[at]?.kind === 'group') return at;
  return 0;
}

function keyOf(row: EvidenceRow | undefined, index: number): string {
  switch (row?.kind) {
    case undefined:
      return String(index);
    case 'group':
      return `group ${row.group.type}`;
    case 'relation':
      return `relation ${row.told.relation.id}`;
    case 'evidence':
      return `evidence ${row.piece.evidence.id}`;
  }
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>('.evidence-pane') ?? null;
}

function offsetIn(scroller: HTMLElement, element: HTMLElement | null): number {
  if (!element) return 0;
  return Math.round(
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
  );
}
