'use client';

import { useCallback, useEffect, useState, type FocusEvent, type RefObject } from 'react';

export interface EvidenceSteps {
  /** The number of the piece of evidence that is read, counted from 1. */
  readonly current: number;
  readonly step: (by: -1 | 1) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

const steps: Readonly<Record<string, -1 | 1 | undefined>> = { p: -1, n: 1 };

/** Steps through the elements of `list` that carry `data-evidence` (their number): the buttons and the keys `p` and `n` move the focus. */
export function useEvidenceSteps(list: RefObject<HTMLElement | null>, total: number): EvidenceSteps {
  const [current, setCurrent] = useState(1);

  const step = useCallback(
    (by: -1 | 1) => {
      const next = Math.min(Math.max(current + by, 1), total);
      setCurrent(next);
      const item = list.current?.querySelector<HTMLElement>(`[data-evidence="${next}"]`);
      item?.focus({ preventScroll: true });
      withHeading(item)?.scrollIntoView({ block: 'start' });
    },
    [current, list, total],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = steps[event.key];
      if (by === undefined || isTaken(event)) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [step]);

  const onFocus = useCallback((event: FocusEvent) => {
    const item = event.target.closest('[data-evidence]');
    if (item) setCurrent(Number(item.getAttribute('data-evidence')));
  }, []);

  return { current, step, onFocus };
}

/** The first piece of evidence of a relation is shown with the sentence that it is evidence of. */
function withHeading(item: HTMLElement | null | undefined): Element | null | undefined {
  const before = item?.previousElementSibling;
  return before?.matches('h4') ? before : item;
}

/** A key that is typed into a field, held with another, or pressed in a dialog means something else. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('input, textarea, select, dialog, [role="dialog"]') !== null
  );
}
