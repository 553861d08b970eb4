import type Sigma from 'sigma';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import { edgeAppearance, type EdgeAppearance, type Look } from './appearance';
import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import type { Spot } from './place-names';
import { defaultDrawing as settings } from './settings';
import { LINE, type Measure, type Writing } from './writing';

/** The words beside what is drawn between two: for a line, and for all that has none. */
export interface EdgeWords {
  readonly labelOf: (fold: FoldedRelations) => string;
  readonly moreOf: (folds: readonly FoldedRelations[]) => string;
}

interface EdgeWritingOptions {
  readonly look: Look & EdgeWords;
  readonly measure: Measure;
}

/** Where along a curve its words may stand, as shares of the way: the middle first. */
const STOPS = [0.5, 0.36, 0.64, 0.24, 0.76] as const;
/** How far above its node the words of a loop stand, in pixels. */
const ABOVE_LOOP = 30;
/** How far from the outermost line the number of those that are not drawn stands, in pixels. */
const BESIDE_FAN = 6;

/** Lists the labels of the edges that have the attention, each beside its own line. */
export function toEdgeWritings(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
  { look, measure }: EdgeWritingOptions,
): readonly Writing[] {
  return drawn
    .mapEdges((...[key, fold, , , source, target]) => ({
      key,
      fold,
      ends: [source, target].map(({ x, y }) => sigma.graphToViewport({ x, y })),
      edge: edgeAppearance(fold, look),
    }))
    .filter(({ edge: { isLabelled } }) => isLabelled)
    .map(({ key, fold, ends: [source, target], edge }) => {
      const spots = source && target ? toSpots(source, target, edge) : [];
      return {
        ...toWriting(look.labelOf(fold), { look, measure }),
        key,
        spots,
        weight: 200 + fold.evidence,
        isForced: look.view.hovered?.key === key,
      };
    });
}

/**
 * Labels the pairs with lines that are not drawn, beside those that are, with how many; none where
 * all are drawn.
 */
export function toMoreWritings(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
  { look, measure, more }: EdgeWritingOptions & { readonly more: readonly FoldedRelations[] },
): readonly Writing[] {
  const [first] = more;
  if (!first || !drawn.hasNode(first.subject) || !drawn.hasNode(first.object)) return [];
  const { subject, object } = first;
  const ends = [subject, object].map((key) => {
    const { x, y } = drawn.getNodeAttributes(key);
    return sigma.graphToViewport({ x, y });
  });
  const lines = [...drawn.edges(subject, object), ...drawn.edges(object, subject)];
  const bends = lines.map((key) => Math.abs(edgeAppearance(drawn.getEdgeAttributes(key), look).curvature));
  const writing = toWriting(look.moreOf(more), { look, measure });
  const [one, other] = ends;
  const spots = one && other ? toSpotsBeside([one, other], Math.max(0, ...bends), writing) : [];
  return [{ ...writing, key: `${subject} … ${object}`, spots, weight: 1, isForced: true }];
}

/** Measures a text as it is written beside lines, without its position. */
function toWriting(text: string, { look: { palette }, measure }: EdgeWritingOptions) {
  const font = `550 ${settings.nameSize - 0.5}px ${palette.font}`;
  return {
    text,
    font,
    x: 0,
    y: 0,
    size: 0,
    colour: palette.ink,
    noteColour: palette.quietInk,
    width: measure(text, font),
    height: settings.nameSize * LINE,
    mayCover: false,
  };
}

/** Spots on both sides of a fan, as close to its widest place as a text may stand; above the loops of an entity. */
function toSpotsBeside(
  [one, other]: readonly [Spot, Spot],
  bend: number,
  { width, height }: Pick<Writing, 'width' | 'height'>,
): readonly Spot[] {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const chord = Math.hypot(dx, dy);
  if (chord === 0) return [{ x: one.x, y: one.y - ABOVE_LOOP - height }];
  const [across, up] = [-dy / chord, dx / chord];
  const room = (Math.abs(across) * width + Math.abs(up) * height) / 2 + (bend * chord) / 2 + BESIDE_FAN;
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  return [1, -1].map((side) => ({
    x: middle.x + side * room * across,
    y: middle.y + side * room * up,
  }));
}

/** Points of the curve, whose top is half as far from the chord as its control point. The canvas's y grows downwards. */
function toSpots(source: Spot, target: Spot, { curvature, type }: EdgeAppearance): readonly Spot[] {
  if (type === 'loop') return [{ x: source.x, y: source.y - ABOVE_LOOP }];
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  return STOPS.map((share) => {
    const bend = 2 * curvature * share * (1 - share);
    return { x: source.x + dx * share + dy * bend, y: source.y + dy * share - dx * bend };
  });
}
