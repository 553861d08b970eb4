'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import { describeFold } from '@/lib/graph/describe';
import { pin } from '@/lib/graph/explorer-state';
import type { RelationType } from '@/lib/model/relation-type';
import type { Canvas, CanvasOptions } from '@/lib/render/canvas';

import { useSummary } from '../../_shell/summary-provider';
import { Skeleton } from '../../_ui/skeleton';
import { usePicture, useSession, useStore } from '../explorer-context';

import { Legend } from './legend';
import { useCanvasKeys } from './use-canvas-keys';

interface CanvasPaneProps {
  readonly onCanvas: (canvas: Canvas | undefined) => void;
  /** Nothing can be drawn here, or no longer. */
  readonly onLost: () => void;
}

/** The graph as a picture, for mouse, touch and keys; what the keys come to is also said. */
export function CanvasPane({ onCanvas, onLost }: CanvasPaneProps) {
  const session = useSession();
  const picture = usePicture();
  const { cursor, goTo, said } = useStore(session.attention);
  const ring = useRef<HTMLDivElement>(null);
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const canvas = useCanvas({ container, ring, onCanvas, onLost });
  const { onKeyDown, spoken } = useCanvasKeys(canvas?.camera);
  const { state, arrangement, visible, folds } = picture;
  const { facts, status, revision } = arrangement;

  useEffect(() => {
    canvas?.show({ facts, visible, folds, pins: state.pins });
  }, [canvas, facts, revision, visible, folds, state.pins]);

  useEffect(() => {
    canvas?.look({ selection: state.selection, cursor });
  }, [canvas, state.selection, cursor]);

  useEffect(() => {
    if (!canvas || goTo === undefined || status !== 'settled' || !facts.hasNode(goTo)) return;
    canvas.camera.goTo(goTo);
    session.attention.setState(({ cursor: at }) => (at === undefined ? {} : { cursor: at }));
  }, [canvas, goTo, status, facts, session]);

  const isEmpty = facts.order === 0 && picture.loaded.status === 'loading';
  return (
    <div className="canvas-pane">
      <div
        className="canvas"
        role="application"
        aria-roledescription="graph"
        aria-label={`Graph of ${visible.entities.size} entities and ${visible.relations.size} relations. Arrow keys walk, Enter opens, question mark lists the keys.`}
        tabIndex={0}
        data-layout={picture.progress}
        onKeyDown={onKeyDown}
      >
        <div ref={setContainer} className="canvas-surface" />
        <div ref={ring} className="canvas-cursor" aria-hidden="true" hidden />
      </div>
      {isEmpty && (
        <div className="canvas-waiting">
          <Skeleton label="Loading the graph" lines={4} />
        </div>
      )}
      <Legend />
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

interface CanvasFrame extends CanvasPaneProps {
  readonly container: HTMLDivElement | null;
  readonly ring: React.RefObject<HTMLDivElement | null>;
}

/** Keeps a canvas open in the container; the drawing library comes when it is needed, since it needs a window. */
function useCanvas({ container, ring, onCanvas, onLost }: CanvasFrame): Canvas | undefined {
  const session = useSession();
  const summary = useSummary();
  const [canvas, setCanvas] = useState<Canvas>();
  const types = useRef<ReadonlyMap<string, RelationType>>(new Map());
  const lost = useRef(onLost);

  useEffect(() => {
    lost.current = onLost;
    if (summary.status === 'ready')
      types.current = new Map(summary.value.types.map((type) => [type.type, type]));
  }, [onLost, summary]);

  const open = useCallback(
    async (target: HTMLElement, isWanted: () => boolean) => {
      const [{ openCanvas }, { canDraw }] = await Promise.all([
        import('@/lib/render/canvas'),
        import('@/lib/render/can-draw'),
      ]);
      if (!isWanted()) return undefined;
      if (!canDraw()) {
        lost.current();
        return undefined;
      }
      const options: CanvasOptions = {
        onSelect: session.select,
        onExpand: (entity) => {
          session.showMore(entity);
        },
        onPin: (entity, place) => {
          session.explorer.change((state) => pin(state, entity, place));
        },
        onLost: () => {
          lost.current();
        },
        onFrame: (place) => {
          moveRing(ring.current, place);
        },
        labelOf: (fold) => describeFold(fold, types.current),
      };
      return openCanvas(target, options);
    },
    [session, ring],
  );

  useEffect(() => {
    if (!container) return undefined;
    let isWanted = true;
    let opened: Canvas | undefined;
    void open(container, () => isWanted).then((drawn) => {
      opened = drawn;
      setCanvas(drawn);
      onCanvas(drawn);
    });
    return () => {
      isWanted = false;
      opened?.close();
      setCanvas(undefined);
      onCanvas(undefined);
    };
  }, [container, open, onCanvas]);
  return canvas;
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
