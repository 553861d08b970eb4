'use client';

import { useEffect, useRef } from 'react';

import type { Filters } from '@/lib/graph/filters/filter';
import type { Picture } from '@/lib/graph/picture';
import type { Canvas } from '@/lib/render/canvas';

/**
 * Fits the view to what is seen when the picture has settled for the first time, and whenever the filters have changed. A selection moves
 * nothing; nor is a view taken away from a person who has moved it, unless nothing would be left in it.
 */
export function useFitting(
  canvas: Canvas | undefined,
  { progress, state: { filters } }: Pick<Picture, 'progress' | 'state'>,
): void {
  const last = useRef<{ readonly canvas: Canvas; readonly filters: Filters }>(undefined);
  useEffect(() => {
    if (!canvas || progress !== 'settled') return;
    const before = last.current;
    last.current = { canvas, filters };
    if (before?.canvas !== canvas) canvas.camera.fit('at once');
    else if (before.filters !== filters) canvas.camera.refit();
  }, [canvas, progress, filters]);
}
