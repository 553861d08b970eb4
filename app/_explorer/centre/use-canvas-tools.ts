'use client';

import { useState } from 'react';

import type { Canvas } from '@/lib/render/canvas';

/** The camera of the canvas that is open, for the toolbar; none while there is no canvas. */
export function useCanvasTools(): [Canvas['camera'] | undefined, (canvas: Canvas | undefined) => void] {
  const [canvas, setCanvas] = useState<Canvas>();
  return [canvas?.camera, setCanvas];
}
