import type { EntityId } from '@/lib/model/ids';

import { EXPANSION_LIMIT_MAX, EXPANSION_STEP, type ExplorerState } from './explorer-state';
import { isFiltered } from './filters/filter';
import { countNeighbours } from './neighbours';
import type { Picture } from './picture';

/** How many neighbours an entity has on the canvas and, as far as it is known, in the store under the filters. */
export interface NeighbourCount {
  readonly shown: number;
  readonly total: number | undefined;
}

/** Counts an entity's neighbours: how many are on the canvas, and of how many. */
export function readNeighbours(picture: Picture, entity: EntityId): NeighbourCount {
  const { facts } = picture.arrangement;
  const shown = countNeighbours({ facts, visible: picture.visible }, entity);
  if (isFiltered(picture.state.filters)) return { shown, total: readFilteredTotal(picture, entity) };
  return { shown, total: facts.hasNode(entity) ? facts.getNodeAttribute(entity, 'degree') : undefined };
}

/** Under filters the store has said how many there are once it has been asked for some of them. */
function readFilteredTotal({ state, loaded }: Picture, entity: EntityId): number | undefined {
  const at = state.expansions.findLastIndex((one) => one.entity === entity && one.type === undefined);
  const filtered = loaded.steps.slice(1 + state.expansions.length);
  const slice = at < 0 ? undefined : filtered[1 + at]?.slice;
  return slice && slice.total.entities - 1;
}

/** Says that an entity has no more neighbours: "All 175 neighbours are shown." */
export function tellComplete(total: number): string {
  if (total === 0) return 'It has no neighbours.';
  return total === 1 ? 'Its one neighbour is shown.' : `All ${total} neighbours are shown.`;
}

/**
 * Enlarges the last expansion when it brought only entities that were on the canvas already,
 * although there are more. Neighbours without a line to the entity merely got their line.
 * @returns the enlarged state, or undefined when it need not grow
 */
export function growVain({ state, loaded }: Pick<Picture, 'state' | 'loaded'>): ExplorerState | undefined {
  const last = state.expansions.at(-1);
  const base = 1 + state.expansions.length;
  const steps = isFiltered(state.filters) ? loaded.steps.slice(base) : loaded.steps.slice(0, base);
  const slice = steps[state.expansions.length]?.slice;
  if (!last || !slice || last.limit >= EXPANSION_LIMIT_MAX) return undefined;
  const before = new Set(steps.slice(0, -1).flatMap((step) => step.slice.entities.id));
  const isVain = slice.entities.id.every((id) => before.has(id));
  if (!isVain || slice.shown.entities >= slice.total.entities) return undefined;
  const grown = { ...last, limit: Math.min(last.limit + EXPANSION_STEP, EXPANSION_LIMIT_MAX) };
  return { ...state, expansions: [...state.expansions.slice(0, -1), grown] };
}
