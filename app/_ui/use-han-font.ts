'use client';

import { useEffect, useState } from 'react';

const HAN = /\p{Script=Han}/u;

/**
 * Brings the rules of the Chinese font (30 kB of them alone) once a text needs it; the browser then fetches the parts that are written.
 * Where the rules do not load, the system's own fonts stand in. Out: whether the rules are at hand, for what is not drawn by the browser.
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
