import type { FoldedRelations } from '@/lib/graph/fold-relations';
import type { Selection } from '@/lib/graph/selection';
import type { EntityKind } from '@/lib/model/entity';

import type { DrawnEntity } from './drawn-graph';
import { mixColours, type Palette } from './palette';
import { defaultDrawing as settings } from './settings';

/** Where the attention is. `hovered` is the key of a node or an edge, `cursor` the node that the keyboard is at. */
export interface ViewState {
  readonly selection: Selection;
  readonly hovered?: { readonly part: 'node' | 'edge'; readonly key: string } | undefined;
  readonly cursor?: string | undefined;
}

/** What the shapes mean is told in the legend; each kind has one that no other kind has in the same size and colour. */
export const shapes = ['circle', 'square', 'diamond', 'triangle', 'sheet', 'hexagon', 'dot'] as const;
export type Shape = (typeof shapes)[number];

export const kindShapes: Readonly<Record<EntityKind, Shape>> = {
  person: 'circle',
  organisation: 'square',
  country: 'circle',
  place: 'dot',
  event: 'diamond',
  work: 'sheet',
  thing: 'triangle',
  concept: 'hexagon',
};

/**
 * How a line is stroked, never by colour alone: dashed where it is contested, dotted where it is not told as a fact, or both; sparse, a thin
 * line with more gaps than ink, where both ends are only named together.
 */
export const strokes = ['solid', 'dashed', 'dotted', 'dash-dotted', 'sparse'] as const;
export type Stroke = (typeof strokes)[number];

/** How a node looks; `ring` is the colour around it, the page's own where there is nothing to tell. */
export interface NodeAppearance {
  readonly type: 'entity';
  readonly shape: Shape;
  readonly size: number;
  readonly color: string;
  readonly ring: string;
  readonly zIndex: number;
  /** 0 for the least connected, 1 for the largest that is drawn. */
  readonly importance: number;
  readonly isNamed: boolean;
  readonly isDimmed: boolean;
}

/** How an edge looks; a `label` is there only where the eye is. */
export interface EdgeAppearance {
  readonly type: 'relation' | 'loop';
  readonly size: number;
  readonly color: string;
  readonly curvature: number;
  readonly stroke: Stroke;
  readonly zIndex: number;
  readonly isLabelled: boolean;
}

/** The nodes and edges at full opacity, while all others are dimmed. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

interface Neighbourhood {
  readonly neighbors: (key: string) => string[];
  readonly edges: (key: string) => string[];
  readonly edgesBetween: (a: string, b: string) => string[];
  readonly ends: (edge: string) => readonly [string, string];
  readonly has: (key: string) => boolean;
}

/**
 * Finds what is drawn at full opacity: what is pointed at with its neighbours, else what is
 * selected with its neighbours.
 */
export function findHighlight(
  graph: Neighbourhood,
  { selection, hovered }: ViewState,
): Highlight | undefined {
  if (hovered?.part === 'node') return highlightNode(graph, hovered.key);
  if (hovered?.part === 'edge') return highlightPair(graph, ...graph.ends(hovered.key));
  return findSelected(graph, selection);
}

function findSelected(graph: Neighbourhood, selection: Selection): Highlight | undefined {
  switch (selection.status) {
    case 'none':
      return undefined;
    case 'entity':
      return graph.has(selection.id) ? highlightNode(graph, selection.id) : undefined;
    case 'pair':
      return graph.has(selection.a) && graph.has(selection.b)
        ? highlightPair(graph, selection.a, selection.b)
        : undefined;
  }
}

function highlightNode(graph: Neighbourhood, key: string): Highlight {
  return { nodes: new Set([key, ...graph.neighbors(key)]), edges: new Set(graph.edges(key)) };
}

function highlightPair(graph: Neighbourhood, a: string, b: string): Highlight {
  return { nodes: new Set([a, b]), edges: new Set(graph.edgesBetween(a, b)) };
}

export interface Look {
  readonly view: ViewState;
  readonly highlight: Highlight | undefined;
  readonly palette: Palette;
  /** How large things are drawn: 1, and less on a small canvas or among many. */
  readonly scale: number;
  /** The opacity of edges that are not dimmed: 1, and less among many. */
  readonly edgeOpacity: number;
}

/**
 * Decides how an entity is drawn, from its facts, what has the attention, and the colours of the
 * page.
 */
export function nodeAppearance(
  entity: DrawnEntity,
  { view, highlight, palette, scale }: Look,
): NodeAppearance {
  const isDimmed = highlight !== undefined && !highlight.nodes.has(entity.id);
  const isMarked = isSelected(entity.id, view.selection) || view.cursor === entity.id;
  const isPointedAt = view.hovered?.part === 'node' && view.hovered.key === entity.id;
  const colour = palette.kinds[entity.kind];
  return {
    type: 'entity',
    shape: kindShapes[entity.kind],
    size: nodeSize(entity) * scale,
    importance: (nodeSize(entity) - settings.nodeSizeMin) / (settings.nodeSizeMax - settings.nodeSizeMin),
    color: isDimmed ? mixColours(colour, palette.page, settings.dimmedOpacity) : colour,
    ring: isMarked ? palette.accent : palette.page,
    zIndex: isMarked || isPointedAt ? 2 : Number(!isDimmed),
    isNamed: isMarked || isPointedAt,
    isDimmed,
  };
}

function isSelected(id: string, selection: Selection): boolean {
  switch (selection.status) {
    case 'none':
      return false;
    case 'entity':
      return selection.id === id;
    case 'pair':
      return selection.a === id || selection.b === id;
  }
}

/** Each doubling of what is known of somebody adds the same, up to a bound. */
function nodeSize({ relations, kind }: DrawnEntity): number {
  const { nodeSizeMin, nodeSizeStep, nodeSizeMax, placeFactor } = settings;
  const size = Math.min(nodeSizeMin + nodeSizeStep * Math.log2(Math.max(1, relations)), nodeSizeMax);
  return kind === 'country' ? size * placeFactor : size;
}

/**
 * Decides how folded relations are drawn, from what has the attention and the colours of the page.
 */
export function edgeAppearance(fold: FoldedRelations, look: Look): EdgeAppearance {
  const { view, highlight, palette, scale } = look;
  const isLit = highlight?.edges.has(fold.key) === true;
  const isPointedAt = view.hovered?.part === 'edge' && view.hovered.key === fold.key;
  return {
    type: fold.subject === fold.object ? 'loop' : 'relation',
    size:
      Math.max(settings.edgeWidthMin / 2, edgeWidth(fold) * scale) +
      (isPointedAt ? settings.pointedWidth : 0),
    color: mixColours(palette.classes[fold.class], palette.page, edgeOpacityOf(fold, look)),
    curvature: curvature(fold),
    stroke: toStroke(fold),
    zIndex: isPointedAt ? 2 : Number(isLit),
    isLabelled: isPointedAt || (view.hovered === undefined && isPair(fold, view.selection)),
  };
}

function toStroke({ contested, modality, coMentionsOnly }: FoldedRelations): Stroke {
  if (modality === 'actual' && coMentionsOnly && !contested) return 'sparse';
  if (modality === 'actual') return contested ? 'dashed' : 'solid';
  return contested ? 'dash-dotted' : 'dotted';
}

/** What is neither cooperation nor conflict, and what nobody says, stays in the background even when nothing is dimmed. */
function edgeOpacityOf(
  { key, class: relationClass, coMentionsOnly }: FoldedRelations,
  { highlight, edgeOpacity }: Look,
): number {
  const base = (relationClass === 'none' ? 0.6 : 1) * (coMentionsOnly ? settings.coMentionOpacity : 1);
  if (highlight === undefined) return base * edgeOpacity;
  return highlight.edges.has(key) ? base : base * Math.min(settings.dimmedOpacity, edgeOpacity);
}

function isPair({ subject, object }: FoldedRelations, selection: Selection): boolean {
  if (selection.status !== 'pair') return false;
  const { a, b } = selection;
  return (subject === a && object === b) || (subject === b && object === a);
}

/** Each doubling of the evidence adds the same width; passages that merely name both add none. */
function edgeWidth({ class: relationClass, evidence, coMentionsOnly }: FoldedRelations): number {
  const { edgeWidthMin, edgeWidthMax } = settings;
  if (coMentionsOnly) return edgeWidthMin;
  const width = Math.min(edgeWidthMin + 0.75 * Math.log2(Math.max(1, evidence)), edgeWidthMax);
  return relationClass === 'none' ? 0.75 * width : width;
}

/** Lanes fan out evenly around the straight line; a curve seen from its other end bends to its other side. */
function curvature({ lane, lanes, subject, object }: FoldedRelations): number {
  const { laneCurvature, fanCurvatureMax } = settings;
  const step = lanes > 1 ? Math.min(laneCurvature, (2 * fanCurvatureMax) / (lanes - 1)) : 0;
  const bend = (lane - (lanes - 1) / 2) * step;
  return subject <= object ? bend : -bend;
}
