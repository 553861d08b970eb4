'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import { describeFold, describeMore } from '@/lib/graph/describe';
import { pin } from '@/lib/graph/explorer-state';
import type { RelationType } from '@/lib/model/relation-type';
import type { Canvas, CanvasOptions } from '@/lib/render/canvas';

import { useSummary } from '../../_shell/summary-provider';
import { useSession } from '../explorer-context';

/** Why there is no picture: its code did not load, or the browser cannot draw, or can no longer. */
export type DrawTrouble = 'not loaded' | 'not drawn';

interface CanvasFrame {
  readonly container: HTMLElement | null;
  readonly ring: React.RefObject<HTMLElement | null>;
  readonly legend: React.RefObject<HTMLElement | null>;
  readonly onCanvas: (canvas: Canvas | undefined) => void;
  readonly onLost: (trouble: DrawTrouble) => void;
}

/** Keeps a canvas open in the container; the drawing library is loaded when it is needed, since it needs a window. */
export function useCanvas({ container, ring, legend, onCanvas, onLost }: CanvasFrame): Canvas | undefined {
  const session = useSession();
  const types = useTypes();
  const [canvas, setCanvas] = useState<Canvas>();
  const lost = useRef(onLost);

  useEffect(() => {
    lost.current = onLost;
  }, [onLost]);

  const toOptions = useCallback(
    (target: HTMLElement): CanvasOptions => ({
      onSelect: session.select,
      onExpand: (entity) => {
        session.showMore(entity);
      },
      onPin: (entity, place) => {
        session.explorer.change((state) => pin(state, entity, place));
      },
      onLost: () => {
        lost.current('not drawn');
      },
      onFrame: (place) => {
        moveRing(ring.current, place);
      },
      labelOf: (fold) => describeFold(fold, types.current),
      moreOf: describeMore,
      readFloor: () => (legend.current ? target.clientHeight - legend.current.offsetTop : 0),
    }),
    [session, ring, legend, types],
  );

  useEffect(() => {
    if (!container) return undefined;
    let isWanted = true;
    let opened: Canvas | undefined;
    const open = (drawn: Canvas) => {
      opened = drawn;
      setCanvas(drawn);
      onCanvas(drawn);
    };
    loadDrawing().then(
      ({ openCanvas, canDraw }) => {
        if (!isWanted) return;
        if (canDraw()) open(openCanvas(container, toOptions(container)));
        else lost.current('not drawn');
      },
      () => {
        if (isWanted) lost.current('not loaded');
      },
    );
    return () => {
      isWanted = false;
      opened?.close();
      setCanvas(undefined);
      onCanvas(undefined);
    };
  }, [container, toOptions, onCanvas]);
  return canvas;
}

async function loadDrawing() {
  const [{ openCanvas }, { canDraw }] = await Promise.all([
    import('@/lib/render/canvas'),
    import('@/lib/render/can-draw'),
  ]);
  return { openCanvas, canDraw };
}

/** The relation types by name, for words that are written long after a component was rendered. */
function useTypes(): React.RefObject<ReadonlyMap<string, RelationType>> {
  const summary = useSummary();
  const types = useRef<ReadonlyMap<string, RelationType>>(new Map());
  useEffect(() => {
    if (summary.status === 'ready')
      types.current = new Map(summary.value.types.map((type) => [type.type, type]));
  }, [summary]);
  return types;
}

/** The ring around who the keyboard is at; it is seen while the canvas has the focus. */
function moveRing(
  ring: HTMLElement | null,
  place: { readonly x: number; readonly y: number } | undefined,
): void {
  if (!ring) return;
  ring.hidden = place === undefined;
  if (place) ring.style.transform = `translate(${place.x}px, ${place.y}px)`;
}
