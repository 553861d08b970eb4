import Sigma from 'sigma';

import type { Position } from '@/lib/graph/facts';
import type { FoldedRelations } from '@/lib/graph/fold-relations';
import { nothingSelected } from '@/lib/graph/selection';
import type { EntityId } from '@/lib/model/ids';

import { edgeAppearance, findHighlight, nodeAppearance, type Look, type ViewState } from './appearance';
import { createCanvasCamera, type CanvasCamera } from './camera';
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
import { bindGestures, type Gestures } from './gestures';
import { createNamesLayer, type NamesLayer } from './names-layer';
import type { Palette } from './palette';
import { EntityNodeProgram, toShapeIndex } from './programs/entity-node-program';
import { LoopEdgeProgram } from './programs/loop-edge-program';
import { RelationEdgeProgram } from './programs/relation-edge-program';
import { defaultDrawing, sigmaSettings } from './settings';
import { watchFonts } from './watch-fonts';
import { watchPalette } from './watch-palette';
import { watchPixelRatio } from './watch-pixel-ratio';

/** A drawing without what only the canvas knows. */
type Scene = Omit<Drawing, 'stretch'>;

export interface CanvasOptions extends Omit<Gestures, 'onDrop' | 'onHover'> {
  readonly onPin: (entity: EntityId, place: Position) => void;
  /** The graphics context is gone: this canvas draws nothing any more. */
  readonly onLost: () => void;
  /** After each frame: where the node that the keyboard is at lies, in pixels. */
  readonly onFrame: (cursor: Position | undefined) => void;
  readonly labelOf: (fold: FoldedRelations) => string;
}

export interface Canvas {
  readonly show: (scene: Scene) => void;
  readonly look: (view: Pick<ViewState, 'selection' | 'cursor'>) => void;
  readonly camera: CanvasCamera;
  readonly close: () => void;
}

/** How far the plane may be stretched to fill a canvas that is not square. */
const STRETCH_MAX = 1.8;
/** From this width or height in pixels on, things have their full size; they never have less than this share of it. */
const FULL_SIZE = 620;
const SCALE_MIN = 0.65;
/** From these numbers on, nodes grow smaller and edges paler, down to these shares. */
const FEW_NODES = 130;
const CROWD_SCALE_MIN = 0.4;
const FEW_EDGES = 500;
const STRENGTH_MIN = 0.35;

/** Draws in `container` until it is closed. It is the one owner of Sigma. Throws what Sigma throws when there is no WebGL. */
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
    const isSame =
      scene?.folds === next.folds && scene.visible === next.visible && scene.facts === next.facts;
    scene = next;
    const drawing = { ...next, stretch };
    if (isSame) mergePlaces(drawn, drawing);
    else mergeDrawing(drawn, drawing);
    if (view.hovered && !drawn.hasNode(view.hovered.key) && !drawn.hasEdge(view.hovered.key))
      view = { ...view, hovered: undefined };
    refresh();
  };
  const fill = () => {
    stretch = toStretch(container);
    sigma.setCustomBBox({ x: [-stretch.x, stretch.x], y: [-stretch.y, stretch.y] });
    if (scene) show(scene);
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
    if (look) names.draw({ ...look, labelOf: options.labelOf });
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
    watchFonts(() => {
      names.forgetWidths();
      sigma.scheduleRender();
    }),
    watchLoss(sigma, onLost),
    offerReport(container, { sigma, drawn, names }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
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
    edgeStrength: Math.max(STRENGTH_MIN, Math.min(1, Math.sqrt(FEW_EDGES / drawn.size))),
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

function createSigma(container: HTMLElement, drawn: DrawnGraph, readLook: () => Look | undefined) {
  return new Sigma<DrawnEntity, FoldedRelations>(drawn, container, {
    ...sigmaSettings,
    nodeProgramClasses: { entity: EntityNodeProgram },
    edgeProgramClasses: { relation: RelationEdgeProgram, loop: LoopEdgeProgram },
    defaultNodeType: 'entity',
    defaultEdgeType: 'relation',
    nodeReducer: (_, entity) => {
      const look = readLook();
      const { x, y } = entity;
      if (!look) return { x, y, hidden: true };
      const appearance = nodeAppearance(entity, look);
      return { x, y, label: null, shapeIndex: toShapeIndex(appearance.shape), ...appearance };
    },
    edgeReducer: (_, fold) => {
      const look = readLook();
      if (!look) return { hidden: true };
      const appearance = edgeAppearance(fold, look);
      return { label: null, dash: Number(appearance.dashed), lane: fold.lane, ...appearance };
    },
  });
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

/**
 * Gives Sigma's bitmaps as many pixels as the screen has now. Sigma does so only when its container changes its size, and keeps the
 * scale of its picking layer from when it was made, past whose border nothing could be pointed at.
 */
function fitBitmaps(sigma: Sigma<DrawnEntity, FoldedRelations>): void {
  sigma.resize(true);
  Reflect.set(sigma, 'pickingDownSizingRatio', 2 * window.devicePixelRatio);
}

/** A graphics context that is lost takes every shader and buffer with it: what was drawn is gone. */
function watchLoss(sigma: Sigma<DrawnEntity, FoldedRelations>, onLost: () => void): () => void {
  const canvases = Object.values(sigma.getCanvases());
  for (const canvas of canvases) canvas.addEventListener('webglcontextlost', onLost);
  return () => {
    for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', onLost);
  };
}
