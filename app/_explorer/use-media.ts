'use client';

import { useSyncExternalStore } from 'react';

/** Below the first width the left pane is a sheet; below the second one the evidence is one too, and the table comes first. */
export const NARROW = '(max-width: 1100px)';
export const SMALL = '(max-width: 760px)';

/** Fingers need more room than a mouse. */
export const COARSE = '(pointer: coarse)';

/** Whether a media query holds; on the server, which knows no screen, it does not. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => {
        media.removeEventListener('change', onChange);
      };
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
