'use client';

import { useEffect } from 'react';

const HAN = /\p{Script=Han}/u;

/** Brings the Chinese font (30 kB of rules alone) once a text needs it. */
export function useHanFont(text: string): void {
  const isNeeded = HAN.test(text);
  useEffect(() => {
    if (isNeeded) void import('./han-font');
  }, [isNeeded]);
}
