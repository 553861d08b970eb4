import type Sigma from 'sigma';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import { edgeAppearance, type EdgeAppearance, type Look } from './appearance';
import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import type { Spot } from './place-names';
import { defaultDrawing as settings } from './settings';
import { LINE, type Measure, type Writing } from './writing';

interface EdgeWritingOptions {
  readonly look: Look & { readonly labelOf: (fold: FoldedRelations) => string };
  readonly measure: Measure;
}

/** Where along a curve its words may stand, as shares of the way: the middle first. */
const STOPS = [0.5, 0.36, 0.64, 0.24, 0.76] as const;
/** How far above its node the words of a loop stand, in pixels. */
const ABOVE_LOOP = 30;

/** Out: the words of the edges where the eye is, each on its own line. */
export function toEdgeWritings(
  sigma: Sigma<DrawnEntity, FoldedRelations>,
  drawn: DrawnGraph,
  { look, measure }: EdgeWritingOptions,
): readonly Writing[] {
  const { palette } = look;
  const font = `550 ${settings.nameSize - 0.5}px ${palette.font}`;
  return drawn
    .mapEdges((...[key, fold, , , source, target]) => ({
      key,
      fold,
      ends: [source, target].map(({ x, y }) => sigma.graphToViewport({ x, y })),
      edge: edgeAppearance(fold, look),
    }))
    .filter(({ edge: { isLabelled } }) => isLabelled)
    .map(({ key, fold, ends: [source, target], edge }) => {
      const text = look.labelOf(fold);
      const spots = source && target ? toSpots(source, target, edge) : [];
      return {
        key,
        ...(spots[0] ?? { x: 0, y: 0 }),
        spots,
        size: 0,
        text,
        font,
        colour: palette.ink,
        noteColour: palette.quietInk,
        width: measure(text, font),
        height: settings.nameSize * LINE,
        weight: 200 + fold.evidence,
        mayCover: false,
        isForced: look.view.hovered?.key === key,
      };
    });
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
