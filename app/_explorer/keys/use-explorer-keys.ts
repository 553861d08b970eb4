'use client';

import { useEffect } from 'react';

import type { Session } from '../session';

/** The keys that work everywhere on the page: `/` searches, `?` tells the keys, Ctrl-Z and Ctrl-Shift-Z undo and redo. */
export function useExplorerKeys({ explorer }: Session, onKeys: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const act = findAct(event, { onKeys, undo: explorer.undo, redo: explorer.redo });
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [explorer, onKeys]);
}

interface Acts {
  readonly onKeys: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

function findAct(event: KeyboardEvent, { onKeys, undo, redo }: Acts): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'z') return event.shiftKey ? redo : undo;
    return event.key.toLowerCase() === 'y' ? redo : undefined;
  }
  if (event.altKey) return undefined;
  if (event.key === '?') return onKeys;
  return event.key === '/' ? focusSearch : undefined;
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search]')?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"]') !== null
  );
}
