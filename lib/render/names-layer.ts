import type Sigma from 'sigma';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import type { Look } from './appearance';
import { nodeAppearance } from './appearance';
import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import { toEdgeWritings, toMoreWritings, type EdgeWords } from './edge-writings';
import { toNodeWriting, type NamedNode } from './node-writings';
import { placeNames, type Box } from './place-names';
import { createMeasure, write } from './writing';

/** What a name layer writes: its look, the words beside lines, and what has no line. */
interface NamesLook extends Look, EdgeWords {
  readonly folds: readonly FoldedRelations[];
  /** How much of the lower border the legend takes, in pixels. */
  readonly floor: number;
}

/** A name that stands on the layer, and the box of its letters in pixels of the layer's bitmap. */
export interface WrittenName extends Box {
  readonly key: string;
  readonly text: string;
}

export interface NamesLayer {
  /** Writes the names anew: after each frame that Sigma draws. */
  readonly draw: (look: NamesLook) => void;
  /** Measures and writes all names again: fonts are at hand that were not. */
  readonly rewrite: () => void;
  /** What stands on the layer now. */
  readonly read: () => readonly WrittenName[];
}

/** How much wider than a node its loops are, each than the one before: as the shader has it. */
const LOOP_STEP = 5;
/** Names keep this far from the border, in pixels. */
const BORDER = 4;
/** Nodes this far outside the canvas may still have a name within it, in pixels. */
const NEAR = 100;

/**
 * Creates the layer above nodes and edges on which names stand: never two on one spot, the largest first, with a halo of the page's colour.
 * @throws Error where the browser offers no two-dimensional drawing.
 */
export function createNamesLayer(sigma: Sigma<DrawnEntity, FoldedRelations>, drawn: DrawnGraph): NamesLayer {
  const canvas = sigma.createCanvas('names', { beforeLayer: 'mouse', style: { pointerEvents: 'none' } });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser offers no two-dimensional drawing.');
  const { measure, forget } = createMeasure(context);
  let written: readonly WrittenName[] = [];

  const draw = (look: NamesLook) => {
    const { width, height } = sigma.getDimensions();
    fitCanvas(canvas, context, { width, height });
    context.clearRect(0, 0, width, height);
    const nodes = findNear(sigma, drawn, look);
    const writings = [
      ...nodes.map((node) => toNodeWriting(node, { look, measure })),
      ...toMoreWritings(sigma, drawn, { look, measure, more: look.folds.filter(({ isDrawn }) => !isDrawn) }),
      ...toEdgeWritings(sigma, drawn, { look, measure }),
    ];
    const obstacles = nodes.map((node) => toBox(node, drawn.edges(node.key, node.key).length));
    const bounds = { left: BORDER, top: BORDER, right: width - BORDER, bottom: height - look.floor };
    const byKey = new Map(writings.map((writing) => [writing.key, writing]));
    written = placeNames(writings, { bounds, obstacles }).flatMap(({ key, x, y }) => {
      const writing = byKey.get(key);
      if (!writing) return [];
      const box = write(context, { ...writing, x, y }, look.palette.page);
      return [{ key, text: writing.text, ...toBitmap(context, box) }];
    });
  };
  const rewrite = () => {
    forget();
    sigma.scheduleRender();
  };
  return { draw, rewrite, read: () => written };
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Gives the canvas the size of its container on the page, and a bitmap as fine as the screen. */
function fitCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: Extent,
): void {
  const ratio = window.devicePixelRatio || 1;
  const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  context.setTransform(columns / width, 0, 0, rows / height, 0, 0);
}

/** Converts a box of the canvas to pixels of its bitmap. */
function toBitmap(context: CanvasRenderingContext2D, { left, top, right, bottom }: Box): Box {
  const { a, d } = context.getTransform();
  return { left: left * a, top: top * d, right: right * a, bottom: bottom * d };
}

function findNear(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
  look: Look,
): readonly NamedNode[] {
  const { width, height } = sigma.getDimensions();
  return drawn
    .mapNodes((key, entity) => {
      const appearance = nodeAppearance(entity, look);
      const { x, y } = sigma.graphToViewport({ x: entity.x, y: entity.y });
      return { key, entity, look: appearance, x, y, radius: sigma.scaleSize(appearance.size) };
    })
    .filter(({ x, y }) => x > -NEAR && y > -NEAR && x < width + NEAR && y < height + NEAR);
}

/** A node, and above it the loops for what it does to itself. */
function toBox({ x, y, radius }: NamedNode, loops: number): Box {
  const above = loops === 0 ? radius : 2 * (radius + LOOP_STEP * loops);
  return { left: x - radius, top: y - above, right: x + radius, bottom: y + radius };
}
