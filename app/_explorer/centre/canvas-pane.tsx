'use client';

import { useEffect, useRef, useState } from 'react';

import type { Canvas } from '@/lib/render/canvas';

import { Skeleton } from '../../_ui/skeleton';
import { usePicture, useSession, useStore } from '../explorer-context';

import { Legend } from './legend';
import { useCanvas, type DrawTrouble } from './use-canvas';
import { useCanvasKeys } from './use-canvas-keys';
import { useFitting } from './use-fitting';

interface CanvasPaneProps {
  readonly onCanvas: (canvas: Canvas | undefined) => void;
  /** Nothing can be drawn here, or no longer. */
  readonly onLost: (trouble: DrawTrouble) => void;
  /** Whether fonts are at hand that the canvas may not have written with. */
  readonly hasFonts: boolean;
}

/** The graph as a picture, for mouse, touch and keys; what the keys come to is also said. */
export function CanvasPane({ onCanvas, onLost, hasFonts }: CanvasPaneProps) {
  const session = useSession();
  const picture = usePicture();
  const { cursor, goTo, said } = useStore(session.attention);
  const ring = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const canvas = useCanvas({ container, ring, legend, onCanvas, onLost });
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
    if (hasFonts) canvas?.rewrite();
  }, [canvas, hasFonts]);

  useFitting(canvas, picture);

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
      <Legend ref={legend} />
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
