import type Sigma from 'sigma';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import type { EdgeAppearance, Look, NodeAppearance } from './appearance';
import { edgeAppearance, nodeAppearance } from './appearance';
import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import { mixColours, type Palette } from './palette';
import { placeNames, type Box, type NameWish } from './place-names';
import { defaultDrawing as settings } from './settings';

/** What a name layer writes: its look, and the words for an edge. */
interface NamesLook extends Look {
  readonly labelOf: (fold: FoldedRelations) => string;
}

export interface NamesLayer {
  /** Writes the names anew: after each frame that Sigma draws. */
  readonly draw: (look: NamesLook) => void;
}

/** A name to be written: one or two lines, the second one quieter. */
interface Writing extends NameWish {
  readonly text: string;
  readonly note?: string;
  readonly font: string;
  readonly colour: string;
  readonly noteColour: string;
}

const LINE = 1.3;
/** How much wider than a node its loops are, each than the one before: as the shader has it. */
const LOOP_STEP = 5;
/** Names keep this far from the border, in pixels. */
const BORDER = 4;
/** The legend stands at the lower border. */
const LEGEND = 30;

/** Creates the layer above nodes and edges on which names stand: never two on one spot, the largest first, with a halo of the page's colour. */
export function createNamesLayer(sigma: Sigma<DrawnEntity, FoldedRelations>, drawn: DrawnGraph): NamesLayer {
  const canvas = sigma.createCanvas('names', { beforeLayer: 'mouse', style: { pointerEvents: 'none' } });
  const context = canvas.getContext('2d');
  const measure = createMeasure(context);

  const draw = (look: NamesLook) => {
    if (!context) return;
    const { width, height } = sigma.getDimensions();
    fitCanvas(canvas, context, { width, height });
    context.clearRect(0, 0, width, height);
    const nodes = drawn.mapNodes((key, entity) => ({
      key,
      entity,
      look: nodeAppearance(entity, look),
      ...toPixels(sigma, entity),
    }));
    const near = nodes.filter(({ x, y }) => x > -100 && y > -100 && x < width + 100 && y < height + 100);
    const writings = [
      ...near.map((node) => toWriting(node, { look, measure, size: sigma.scaleSize(node.look.size) })),
      ...toEdgeWritings(sigma, drawn, { look, measure }),
    ];
    const obstacles = near.map(({ key, x, y, look: { size } }) =>
      toBox({ x, y }, { size: sigma.scaleSize(size), loops: drawn.edges(key, key).length }),
    );
    const bounds = { left: BORDER, top: BORDER, right: width - BORDER, bottom: height - LEGEND };
    const byKey = new Map(writings.map((writing) => [writing.key, writing]));
    for (const placed of placeNames(writings, { bounds, obstacles })) {
      const writing = byKey.get(placed.key);
      if (writing) write(context, { ...writing, x: placed.x, y: placed.y }, look.palette.page);
    }
  };
  return { draw };
}

type Measure = (text: string, font: string) => number;

/** Measuring a text is slow; the same names are measured on every frame. */
function createMeasure(context: CanvasRenderingContext2D | null): Measure {
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined || !context) return known ?? 0;
    context.font = font;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}

function fitCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function toPixels(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  entity: { readonly x: number; readonly y: number },
) {
  return sigma.graphToViewport({ x: entity.x, y: entity.y });
}

interface NamedNode {
  readonly key: string;
  readonly entity: DrawnEntity;
  readonly look: NodeAppearance;
  readonly x: number;
  readonly y: number;
}

interface WritingOptions {
  readonly look: NamesLook;
  readonly measure: Measure;
  readonly size: number;
}

function toWriting(node: NamedNode, { look: { palette }, measure, size }: WritingOptions): Writing {
  const { key, entity, look, x, y } = node;
  const { font, height, ink, isMajor } = toType(look, palette);
  const note = toNote(node);
  return {
    key,
    x,
    y,
    size: size + 2,
    text: entity.name,
    font,
    colour: look.isDimmed ? mixColours(ink, palette.page, 0.5) : ink,
    noteColour: palette.quietInk,
    ...(note !== undefined && { note }),
    width: Math.max(
      measure(entity.name, font),
      note === undefined ? 0 : measure(note, noteFont(palette.font)),
    ),
    height: height * LINE * (note === undefined ? 1 : 2),
    weight: look.importance + (look.isDimmed ? 0 : 100),
    mayCover: isMajor,
    isForced: look.isNamed,
  };
}

/** Larger nodes have larger, heavier names. */
function toType(look: NodeAppearance, palette: Palette) {
  const { nameSize, nameSizeMax } = settings;
  const share = Math.min(1, Math.max(0, look.importance));
  const height = nameSize + (nameSizeMax - nameSize) * share;
  const weight = look.isNamed || share > 0.6 ? 600 : 450;
  return {
    height,
    font: `${weight} ${height.toFixed(1)}px ${palette.font}`,
    ink: look.isNamed || share > 0.3 ? palette.ink : palette.quietInk,
    isMajor: share > 0.6,
  };
}

/** Somebody that is looked at says how many neighbours are not on the canvas. */
function toNote({ entity, look }: NamedNode): string | undefined {
  const more = entity.degree - entity.shown;
  return look.isNamed && more > 0 ? `+${more} more` : undefined;
}

function noteFont(family: string): string {
  return `450 ${settings.nameSize - 1}px ${family}`;
}

/** Words for edges: only for those where the eye is. */
function toEdgeWritings(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
  { look, measure }: Pick<WritingOptions, 'look' | 'measure'>,
): readonly Writing[] {
  const { palette } = look;
  const font = `550 ${settings.nameSize - 0.5}px ${palette.font}`;
  return drawn
    .mapEdges((...[key, fold, , , source, target]) => ({
      key,
      fold,
      source,
      target,
      look: edgeAppearance(fold, look),
    }))
    .filter(({ look: { isLabelled } }) => isLabelled)
    .map(({ key, fold, source, target, look: edge }) => {
      const text = look.labelOf(fold);
      const middle = findMiddle(toPixels(sigma, source), toPixels(sigma, target), edge);
      const height = settings.nameSize * LINE;
      return {
        key,
        x: middle.x,
        // The first spot below a "node" of this size is the middle of the curve itself.
        y: middle.y - height / 2,
        size: 0,
        text,
        font,
        colour: palette.ink,
        noteColour: palette.quietInk,
        width: measure(text, font),
        height,
        weight: 200 + fold.evidence,
        mayCover: false,
        isForced: look.view.hovered?.key === key,
      };
    });
}

/** The top of the curve: half as far from the chord as its control point. The canvas's y grows downwards. */
function findMiddle(
  source: { readonly x: number; readonly y: number },
  target: { readonly x: number; readonly y: number },
  { curvature, type }: EdgeAppearance,
): { readonly x: number; readonly y: number } {
  if (type === 'loop') return { x: source.x, y: source.y - 30 };
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  return {
    x: (source.x + target.x) / 2 + (dy * curvature) / 2,
    y: (source.y + target.y) / 2 - (dx * curvature) / 2,
  };
}

/** A node, and above it the loops for what it does to itself. */
function toBox(
  { x, y }: { readonly x: number; readonly y: number },
  { size, loops }: { readonly size: number; readonly loops: number },
): Box {
  const above = loops === 0 ? size : 2 * (size + LOOP_STEP * loops);
  return { left: x - size, top: y - above, right: x + size, bottom: y + size };
}

function write(context: CanvasRenderingContext2D, writing: Writing, page: string): void {
  const { text, note, font, colour, noteColour, x, y, height } = writing;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = settings.haloWidth;
  context.strokeStyle = page;
  const up = note === undefined ? 0 : height / 4;
  const lines = [
    { text, font, colour, y: y - up },
    { text: note ?? '', font: noteFont(font.slice(font.indexOf('px ') + 3)), colour: noteColour, y: y + up },
  ];
  for (const line of lines) {
    if (line.text === '') continue;
    context.font = line.font;
    context.strokeText(line.text, x, line.y);
    context.fillStyle = line.colour;
    context.fillText(line.text, x, line.y);
  }
}
