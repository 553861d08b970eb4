import type Sigma from 'sigma';

import type { Position } from '@/lib/graph/facts';
import type { FoldedRelations } from '@/lib/graph/fold-relations';
import { nothingSelected } from '@/lib/graph/selection';
import type { EntityId } from '@/lib/model/ids';

import { findHighlight, type Look, type ViewState } from './appearance';
import { createCanvasCamera, type CanvasCamera } from './camera';
import { createSigma, fitBitmaps } from './create-sigma';
import {
  createDrawnGraph,
  mergeDrawing,
  mergePlaces,
  toPlane,
  type DrawnEntity,
  type DrawnGraph,
  type Drawing,
} from './drawn-graph';
import { offerReport } from './drawing-report';
import type { EdgeWords } from './edge-writings';
import { bindGestures, type Gestures } from './gestures';
import { createNamesLayer, type NamesLayer } from './names-layer';
import type { Palette } from './palette';
import { defaultDrawing } from './settings';
import { watchFonts } from './watch-fonts';
import { watchPalette } from './watch-palette';
import { watchPixelRatio } from './watch-pixel-ratio';

/** A drawing without what only the canvas knows. */
type Scene = Omit<Drawing, 'stretch'>;

export interface CanvasOptions extends Omit<Gestures, 'onDrop' | 'onHover'>, EdgeWords {
  readonly onPin: (entity: EntityId, place: Position) => void;
  /** The graphics context is gone: this canvas draws nothing any more. */
  readonly onLost: () => void;
  /** After each frame: where the node that the keyboard is at lies, in pixels. */
  readonly onFrame: (cursor: Position | undefined) => void;
  /** How much of the lower border is taken by what stands above the canvas, in pixels. */
  readonly readFloor: () => number;
}

export interface Canvas {
  readonly show: (scene: Scene) => void;
  readonly look: (view: Pick<ViewState, 'selection' | 'cursor'>) => void;
  readonly camera: CanvasCamera;
  /** Measures and writes all names again: fonts are at hand that were not. */
  readonly rewrite: () => void;
  readonly close: () => void;
}

/** How far the plane may be stretched to fill a canvas that is not square. */
const STRETCH_MAX = 1.8;
/** From this width or height in pixels on, things have their full size; they never have less than this share of it. */
const FULL_SIZE = 620;
const SCALE_MIN = 0.65;
/** Above these numbers, nodes become smaller and edges more transparent, down to these minimums. */
const FEW_NODES = 130;
const CROWD_SCALE_MIN = 0.4;
const FEW_EDGES = 500;
const EDGE_OPACITY_MIN = 0.35;

/**
 * Draws in `container` until it is closed. It is the sole owner of Sigma.
 * @throws what Sigma throws when there is no WebGL
 */
export function openCanvas(container: HTMLElement, options: CanvasOptions): Canvas {
  const drawn = createDrawnGraph();
  let view: ViewState = { selection: nothingSelected };
  let scene: Scene | undefined;
  let look: Look | undefined;
  let stretch = toStretch(container);

  const sigma = createSigma(container, drawn, () => look);
  const camera = createCanvasCamera(sigma, drawn);
  const names = createNamesLayer(sigma, drawn);

  const refresh = (palette: Palette | undefined = look?.palette) => {
    if (!palette) return;
    look = toLook(drawn, { view, palette, container });
    sigma.refresh({ skipIndexation: false });
  };
  const show = (next: Scene) => {
    const merge = hasSameContent(scene, next) ? mergePlaces : mergeDrawing;
    scene = next;
    merge(drawn, { ...next, stretch });
    view = withoutLost(view, drawn);
    refresh();
  };
  const fill = () => {
    const wasFitted = camera.isFitted();
    stretch = toStretch(container);
    sigma.setCustomBBox({ x: [-stretch.x, stretch.x], y: [-stretch.y, stretch.y] });
    if (!scene) return;
    show(scene);
    if (wasFitted) camera.fit('at once');
  };

  bindGestures(sigma, drawn, {
    ...options,
    onHover: (hovered) => {
      view = { ...view, hovered };
      refresh();
    },
    onDrop: (entity, place) => {
      options.onPin(entity, toPlane(place, stretch));
    },
  });
  sigma.on('afterRender', () => {
    if (look) names.draw({ ...look, ...options, folds: scene?.folds ?? [], floor: options.readFloor() });
    options.onFrame(findOnCanvas(sigma, drawn, view.cursor));
  });
  const stop = keepUp({ container, sigma, drawn, names, refresh, fill, onLost: options.onLost });
  fill();

  return {
    show,
    look: (next) => {
      view = { ...view, selection: next.selection, cursor: next.cursor };
      refresh();
    },
    camera,
    rewrite: names.rewrite,
    close: () => {
      stop();
      sigma.kill();
    },
  };
}

interface Watched {
  readonly container: HTMLElement;
  readonly sigma: Sigma<DrawnEntity, FoldedRelations>;
  readonly drawn: DrawnGraph;
  readonly names: NamesLayer;
  readonly refresh: (palette?: Palette) => void;
  readonly fill: () => void;
  readonly onLost: () => void;
}

/** Keeps the drawing in step with the page around it: its colours, its fonts, its size and its zoom. Returns what ends that. */
function keepUp({ container, sigma, drawn, names, refresh, fill, onLost }: Watched): () => void {
  const stops = [
    watchPalette(refresh),
    watchSize(container, fill),
    watchPixelRatio(() => {
      fitBitmaps(sigma);
      refresh();
    }),
    watchFonts(names.rewrite),
    watchLoss(sigma, onLost),
    offerReport(container, { sigma, drawn, names }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function hasSameContent(one: Scene | undefined, other: Scene): boolean {
  return one?.folds === other.folds && one.visible === other.visible && one.facts === other.facts;
}

/** What is no longer drawn cannot be pointed at. */
function withoutLost(view: ViewState, drawn: DrawnGraph): ViewState {
  const { hovered } = view;
  if (!hovered || drawn.hasNode(hovered.key) || drawn.hasEdge(hovered.key)) return view;
  return { ...view, hovered: undefined };
}

interface LookOptions extends Pick<Look, 'view' | 'palette'> {
  readonly container: HTMLElement;
}

function toLook(drawn: DrawnGraph, { view, palette, container }: LookOptions): Look {
  const highlight = findHighlight(toNeighbourhood(drawn), view);
  return {
    view,
    palette,
    highlight,
    scale: toScale(container) * Math.max(CROWD_SCALE_MIN, Math.min(1, Math.sqrt(FEW_NODES / drawn.order))),
    edgeOpacity: Math.max(EDGE_OPACITY_MIN, Math.min(1, Math.sqrt(FEW_EDGES / drawn.size))),
  };
}

function findOnCanvas(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
  key: string | undefined,
): Position | undefined {
  if (key === undefined || !drawn.hasNode(key)) return undefined;
  return sigma.graphToViewport(drawn.getNodeAttributes(key));
}

function toNeighbourhood(drawn: DrawnGraph) {
  return {
    neighbors: (key: string) => drawn.neighbors(key),
    edges: (key: string) => drawn.edges(key),
    edgesBetween: (a: string, b: string) =>
      a === b ? drawn.edges(a, a) : [...drawn.edges(a, b), ...drawn.edges(b, a)],
    ends: (edge: string) => drawn.extremities(edge),
    has: (key: string) => drawn.hasNode(key),
  };
}

function toStretch({ clientWidth, clientHeight }: HTMLElement): Position {
  const inner = (length: number) => Math.max(1, length - 2 * defaultDrawing.margin);
  const shape = inner(clientWidth) / inner(clientHeight);
  return shape >= 1
    ? { x: Math.min(shape, STRETCH_MAX), y: 1 }
    : { x: 1, y: Math.min(1 / shape, STRETCH_MAX) };
}

/** On a canvas as small as a phone's, everything is drawn smaller. */
function toScale({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(1, Math.max(SCALE_MIN, Math.min(clientWidth, clientHeight) / FULL_SIZE));
}

function watchSize(container: HTMLElement, onChange: () => void): () => void {
  const observer = new ResizeObserver(() => {
    if (container.clientWidth > 0 && container.clientHeight > 0) onChange();
  });
  observer.observe(container);
  return () => {
    observer.disconnect();
  };
}

/** A graphics context that is lost takes every shader and buffer with it: what was drawn is gone. */
function watchLoss(sigma: Sigma<DrawnEntity, FoldedRelations>, onLost: () => void): () => void {
  const canvases = Object.values(sigma.getCanvases());
  for (const canvas of canvases) canvas.addEventListener('webglcontextlost', onLost);
  return () => {
    for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', onLost);
  };
}
