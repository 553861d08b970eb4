'use client';

import { useEffect, useState } from 'react';

import type { PickedFile } from '@/lib/api/call-datasets';

import { readDropped } from './read-dropped';

/**
 * Accepts files that are dropped anywhere on the page.
 * @returns whether files are being dragged over it
 */
export function useDrop(onDrop: (files: readonly PickedFile[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDropped = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      if (event.dataTransfer) void readDropped(event.dataTransfer).then(onDrop);
    };
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('drop', onDropped, { signal });
    return () => {
      controller.abort();
    };
  }, [onDrop]);
  return isOver;
}
