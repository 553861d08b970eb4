'use client';

import { useEffect, useState } from 'react';

const HAN = /\p{Script=Han}/u;

/**
 * Loads the style sheet of the Chinese font (30 kB of rules alone) once a text needs it; the
 * browser then fetches the parts that are used. If it fails to load, the system's own fonts stand
 * in.
 * @param text - the text to show
 * @returns whether the rules are loaded, for text that the browser does not draw itself
 */
export function useHanFont(text: string): boolean {
  const isNeeded = HAN.test(text);
  const [isAtHand, setIsAtHand] = useState(false);
  useEffect(() => {
    if (!isNeeded) return;
    import('./han-font').then(
      () => {
        setIsAtHand(true);
      },
      () => {
        setIsAtHand(false);
      },
    );
  }, [isNeeded]);
  return isAtHand;
}
