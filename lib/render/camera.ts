import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import { defaultDrawing as settings } from './settings';

export interface CanvasCamera {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Shows everything that is drawn. */
  readonly fit: (pace?: Pace) => void;
  /** Shows everything after something came or went, unless a person has moved the view since and something is still in sight. */
  readonly refit: (pace?: Pace) => void;
  /** Whether the view is where `fit` brought it, or on its way there. */
  readonly isFitted: () => boolean;
  /** Brings an entity to the middle, close enough to be read. */
  readonly goTo: (key: string) => void;
  /** Moves only if an entity is out of sight. */
  readonly reveal: (key: string) => void;
}

/** How the view moves: so that the eye can follow, or, as for a picture that is seen for the first time, not at all. */
type Pace = 'eased' | 'at once';

/** Close enough to tell names around an entity apart. */
const READING_RATIO = 0.6;

/** Creates the ways to move the view: eased, or at once for who wants no motion. */
export function createCanvasCamera(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
): CanvasCamera {
  const camera = sigma.getCamera();
  let fitted: View | undefined = camera.getState();
  const move = (view: Partial<View>, pace: Pace = 'eased') => {
    fitted = undefined;
    const isStill = pace === 'at once' || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isStill) camera.setState(view);
    else void camera.animate(view, { duration: settings.cameraDuration });
  };
  const zoom = (factor: number) => {
    move({ ratio: camera.getBoundedRatio(camera.ratio * factor) });
  };
  const goTo = (key: string) => {
    const place = sigma.getNodeDisplayData(key);
    if (place) move({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, READING_RATIO) });
  };
  const fit = (pace?: Pace) => {
    const view = findFit(sigma, drawn);
    move(view, pace);
    fitted = view;
  };
  const isFitted = () =>
    fitted !== undefined && (camera.isAnimated() || isSameView(fitted, camera.getState()));
  return {
    zoomIn: () => {
      zoom(1 / settings.zoomFactor);
    },
    zoomOut: () => {
      zoom(settings.zoomFactor);
    },
    fit,
    refit: (pace) => {
      const isLost = drawn.nodes().every((key) => !isInSight(sigma, drawn, key));
      if (isLost || isFitted()) fit(pace);
    },
    isFitted,
    goTo,
    reveal: (key) => {
      if (!isInSight(sigma, drawn, key)) goTo(key);
    },
  };
}

type View = Pick<CameraState, 'x' | 'y' | 'ratio'>;

function isSameView(one: View, other: View): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  return near(one.x, other.x) && near(one.y, other.y) && near(one.ratio, other.ratio);
}

/** The view in which everything is within the canvas. */
function findFit(sigma: Sigma<DrawnEntity, FoldedRelations>, drawn: DrawnGraph): View {
  if (drawn.order === 0) return { x: 0.5, y: 0.5, ratio: 1 };
  const places = drawn.mapNodes((key) => sigma.getNodeDisplayData(key) ?? { x: 0.5, y: 0.5 });
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [bottom, top] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  const whole = planeShare(sigma);
  const ratio = Math.max((right - left) / whole.x, (top - bottom) / whole.y, 0.15);
  return { x: (left + right) / 2, y: (bottom + top) / 2, ratio };
}

/** How much of Sigma's own unit square the plane takes: its longer side takes all of it. */
function planeShare(sigma: Sigma<DrawnEntity, FoldedRelations>): { readonly x: number; readonly y: number } {
  const { x, y } = sigma.getBBox();
  const custom = sigma.getCustomBBox() ?? { x, y };
  const [width, height] = [custom.x[1] - custom.x[0], custom.y[1] - custom.y[0]];
  const longest = Math.max(width, height);
  return { x: width / longest, y: height / longest };
}

function isInSight(sigma: Sigma<DrawnEntity, FoldedRelations>, drawn: DrawnGraph, key: string): boolean {
  if (!drawn.hasNode(key)) return true;
  const { x, y } = sigma.graphToViewport(drawn.getNodeAttributes(key));
  const { width, height } = sigma.getDimensions();
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
