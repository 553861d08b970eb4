import type { EntityId, EvidenceId, PassageId } from '@/lib/model/ids';
import type { RelationTypeName } from '@/lib/model/relation-type';
import { SLICE_LIMIT_MAX } from '@/lib/model/slice';

import type { Position } from './facts';
import type { Filters } from './filters/filter';
import { isSameSelection, nothingSelected, type Selection } from './selection';

/** A wish to see more around an entity: up to `limit` entities, by relations of one type or of any. */
export interface Expansion {
  readonly entity: EntityId;
  readonly limit: number;
  readonly type?: RelationTypeName;
}

/** A piece of evidence of a pair, or a passage of an entity. */
export type Reading = EvidenceId | PassageId;

export type ExplorerView = 'graph' | 'table';

/** What a person has made of the explorer; the address holds the whole of it. `expansions` stand in the order they were made in. */
export interface ExplorerState {
  readonly selection: Selection;
  /** What is being read of the selection; undefined: its beginning. */
  readonly reading?: Reading;
  readonly filters: Filters;
  /** The entities that the graph starts from; none: the overview. */
  readonly seeds: readonly EntityId[];
  readonly expansions: readonly Expansion[];
  readonly pins: ReadonlyMap<EntityId, Position>;
  /** Undefined: the graph, or on a narrow screen the table. */
  readonly view?: ExplorerView;
}

/** How many entities an expansion shows at first, and how many more each time it is asked for again. */
export const EXPANSION_STEP = 25;
export const EXPANSIONS_MAX = 40;
/** A slice holds the entity itself too. */
export const EXPANSION_LIMIT_MAX = SLICE_LIMIT_MAX - 1;

export const initialState: ExplorerState = {
  selection: nothingSelected,
  filters: {},
  seeds: [],
  expansions: [],
  pins: new Map(),
};

/** Changes the selection, to be read from its beginning. */
export function select(state: ExplorerState, selection: Selection): ExplorerState {
  if (isSameSelection(state.selection, selection)) return state;
  const next = { ...state, selection };
  delete next.reading;
  return next;
}

/**
 * Changes what of the selection is being read; returns the same state when that is being read
 * already.
 */
export function read(state: ExplorerState, reading: Reading): ExplorerState {
  return state.reading === reading ? state : { ...state, reading };
}

interface Wish extends Pick<Expansion, 'entity' | 'type'> {
  /** How many neighbours of the entity are on the canvas. */
  readonly shown?: number;
}

/**
 * Shows more around an entity. The neighbours with the most evidence come first, so
 * `EXPANSION_STEP` more than are shown always bring somebody new as long as there is anybody. The
 * oldest expansions are dropped beyond the limit.
 */
export function expand(state: ExplorerState, { entity, type, shown = 0 }: Wish): ExplorerState {
  const same = state.expansions.filter((one) => one.entity === entity && one.type === type);
  const most = Math.max(shown, ...same.map((one) => one.limit));
  const limit = Math.min(most + EXPANSION_STEP, EXPANSION_LIMIT_MAX);
  const expansion: Expansion = { entity, limit, ...(type !== undefined && { type }) };
  if (same.some((one) => one.limit === limit)) return state;
  return { ...state, expansions: [...state.expansions, expansion].slice(-EXPANSIONS_MAX) };
}

/** Removes what was expanded around an entity. */
export function collapse(state: ExplorerState, entity: EntityId): ExplorerState {
  const expansions = state.expansions.filter((one) => one.entity !== entity);
  return expansions.length === state.expansions.length ? state : { ...state, expansions };
}

/** Places of pins are kept to a thousandth, as an address writes them, so that a link shows the very same picture. */
const PIN_STEPS = 1000;

/** Pins an entity to a position, or releases it when there is none. */
export function pin(state: ExplorerState, entity: EntityId, position: Position | undefined): ExplorerState {
  const pins = new Map(state.pins);
  if (position) pins.set(entity, { x: toPinStep(position.x), y: toPinStep(position.y) });
  else pins.delete(entity);
  return { ...state, pins };
}

function toPinStep(length: number): number {
  return Math.round(length * PIN_STEPS) / PIN_STEPS;
}
