'use client';

import { useEffect, useSyncExternalStore } from 'react';

const ANCHOR = /^#p-(\d{1,9})$/u;

/** The number of the paragraph that the address names (`#p-7`), scrolled to when the page opens and whenever it changes. */
export function useParagraphInAddress(): number | undefined {
  const hash = useSyncExternalStore(subscribe, readHash, () => '');
  const [, number] = ANCHOR.exec(hash) ?? [];

  useEffect(() => {
    if (number === undefined) return;
    // The browser looked for the anchor before the document was fetched.
    const row = document.getElementById(`p-${number}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [number]);

  return number === undefined ? undefined : Number(number);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
}

function readHash(): string {
  return window.location.hash;
}
