'use client';

import { useCallback, useEffect, useRef, type SyntheticEvent } from 'react';

import { read, type Reading } from '@/lib/graph/explorer-state';

import { useSession, useStore } from '../explorer-context';

interface StepsOptions {
  /** What can be read, in order, as far as it has come. */
  readonly ids: readonly Reading[];
  /** How many there are in all. */
  readonly total: number;
  /** Brings the item of a number, counted from 1, into sight, and gives it the focus when it was stepped to. */
  readonly reveal: (number: number, isFocused: boolean) => void;
  /** Asks for those that have not come. */
  readonly fetchMore?: () => void;
}

export interface Steps {
  /** The number of what is read, counted from 1. */
  readonly current: number;
  readonly step: (by: -1 | 1) => void;
  /** Takes the item that was pressed or has the focus for what is read: an element with its number as `data-evidence`. */
  readonly onTouch: (event: SyntheticEvent) => void;
}

const keys: Readonly<Record<string, -1 | 1 | undefined>> = { p: -1, n: 1 };

/** Steps through a list by buttons and by the keys `p` and `n`. What is read is kept in the address, so that Back leads to it. */
export function useSteps({ ids, total, reveal, fetchMore }: StepsOptions): Steps {
  const { explorer } = useSession();
  const { reading } = useStore(explorer).present;
  const current = numberOf(ids, reading);
  /** What this list has brought into sight, or somebody has touched: only another has to be brought. */
  const shown = useRef<Reading>(undefined);
  /** The number to go to once it has come. */
  const awaited = useRef<number>(undefined);

  const go = useCallback(
    (number: number, isRevealed: boolean) => {
      const id = ids[number - 1];
      if (id === undefined) return;
      shown.current = id;
      explorer.amend((state) => read(state, id));
      if (isRevealed) reveal(number, true);
    },
    [explorer, ids, reveal],
  );
  const step = useCallback(
    (by: -1 | 1) => {
      // Keys may come faster than the page is drawn: what counts is what was stepped to last.
      const at = numberOf(ids, explorer.getState().present.reading);
      const next = Math.min(Math.max(at + by, 1), total);
      if (next <= ids.length) {
        go(next, true);
        return;
      }
      awaited.current = next;
      fetchMore?.();
    },
    [explorer, total, ids, go, fetchMore],
  );

  useEffect(() => {
    const number = awaited.current;
    if (number === undefined || number > ids.length) return;
    awaited.current = undefined;
    go(number, true);
  }, [ids, go]);

  useEffect(() => {
    if (reading === undefined || reading === shown.current || !ids.includes(reading)) return;
    shown.current = reading;
    reveal(ids.indexOf(reading) + 1, false);
  }, [reading, ids, reveal]);

  useStepKeys(step);

  const onTouch = useCallback(
    ({ target, type }: SyntheticEvent) => {
      const item = target instanceof Element ? target.closest('[data-evidence]') : null;
      // Only stepping focuses an item itself, and that may come late: by then another may be read.
      if (type === 'focus' && target === item) return;
      if (item) go(Number(item.getAttribute('data-evidence')), false);
    },
    [go],
  );
  return { current, step, onTouch };
}

/** The number of what is read; the first, where it is not among them. */
function numberOf(ids: readonly Reading[], reading: Reading | undefined): number {
  return reading === undefined ? 1 : Math.max(1, ids.indexOf(reading) + 1);
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

/** The keys `p` and `n`, wherever the focus is, unless they are typed into a field. */
function useStepKeys(step: Steps['step']): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = keys[event.key];
      if (by === undefined || isTaken(event)) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [step]);
}
