import { EntityId, EvidenceId } from '@/lib/model/ids';
import { RelationTypeName } from '@/lib/model/relation-type';

import {
  EXPANSION_LIMIT_MAX,
  EXPANSIONS_MAX,
  EXPANSION_STEP,
  initialState,
  type Expansion,
  type ExplorerState,
  type ExplorerView,
  type Reading,
} from './explorer-state';
import type { Position } from './facts';
import { filterNames, type FilterName, type Filters } from './filters/filter';
import { nothingSelected, type Selection } from './selection';

/** The service caps what one request may name; what an address names beyond that is left out. */
const VALUES_MAX = 200;
const PINS_MAX = 200;
/** Pins are written to a thousandth of the plane's half width: finer than a pixel. */
const PIN_DIGITS = 3;

/**
 * Writes a state as the query of an address, in one order however the state came about.
 *
 * `entity` or `pair` is the selection and `at` what is read of it; `class`, `type`, `kind`,
 * `source`, `modality` and `grade` are the filters, one parameter a value (an empty one: nothing
 * passes); `seed`, `expand`, `pin` and `view` are the rest.
 */
export function formatUrlState(state: ExplorerState): URLSearchParams {
  return new URLSearchParams([
    ...formatSelection(state.selection),
    ...(state.reading === undefined ? [] : [['at', state.reading]]),
    ...filterNames.flatMap((name) => formatFilter(name, state.filters[name])),
    ...state.seeds.map((seed) => ['seed', seed]),
    ...state.expansions.map(({ entity, limit, type }) => [
      'expand',
      [entity, limit, ...(type === undefined ? [] : [type])].join(','),
    ]),
    ...[...state.pins].map(([id, { x, y }]) => [
      'pin',
      [id, x.toFixed(PIN_DIGITS), y.toFixed(PIN_DIGITS)].join(','),
    ]),
    ...(state.view === undefined ? [] : [['view', state.view]]),
  ]);
}

function formatSelection(selection: Selection): string[][] {
  switch (selection.status) {
    case 'none':
      return [];
    case 'entity':
      return [['entity', selection.id]];
    case 'pair':
      return [['pair', `${selection.a},${selection.b}`]];
  }
}

function formatFilter(name: FilterName, values: readonly string[] | undefined): string[][] {
  if (values?.length === 0) return [[name, '']];
  return values?.toSorted().map((value) => [name, value]) ?? [];
}

/**
 * Reads the state from the query of an address, whoever wrote it; whatever cannot be read is left
 * out.
 */
export function parseUrlState(parameters: URLSearchParams): ExplorerState {
  const view = parseView(parameters.get('view'));
  const selection = parseSelection(parameters);
  const reading = selection.status === 'none' ? undefined : parseReading(parameters.get('at'));
  return {
    ...initialState,
    selection,
    ...(reading !== undefined && { reading }),
    filters: parseFilters(parameters),
    seeds: parameters.getAll('seed').flatMap(parseEntityId).slice(0, VALUES_MAX),
    expansions: parameters.getAll('expand').flatMap(parseExpansion).slice(0, EXPANSIONS_MAX),
    pins: new Map(parameters.getAll('pin').slice(0, PINS_MAX).flatMap(parsePin)),
    ...(view !== undefined && { view }),
  };
}

function parseSelection(parameters: URLSearchParams): Selection {
  const [a, b, ...rest] = (parameters.get('pair') ?? '').split(',').flatMap(parseEntityId);
  if (a !== undefined && b !== undefined && rest.length === 0) return { status: 'pair', a, b };
  const [id] = parseEntityId(parameters.get('entity') ?? '');
  return id === undefined ? nothingSelected : { status: 'entity', id };
}

function parseFilters(parameters: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames
      .filter((name) => parameters.has(name))
      .map((name) => [
        name,
        [...new Set(parameters.getAll(name).filter((value) => value !== ''))].sort().slice(0, VALUES_MAX),
      ]),
  );
}

function parseExpansion(text: string): readonly Expansion[] {
  const [id = '', limitText = '', typeText] = text.split(',');
  const [entity] = parseEntityId(id);
  const limit = limitText === '' ? EXPANSION_STEP : Number(limitText);
  if (entity === undefined || !Number.isInteger(limit) || limit < 1 || limit > EXPANSION_LIMIT_MAX) return [];
  if (typeText === undefined) return [{ entity, limit }];
  const type = RelationTypeName.safeParse(typeText);
  return type.success ? [{ entity, limit, type: type.data }] : [];
}

function parsePin(text: string): readonly [EntityId, Position][] {
  const [idText = '', ...numbers] = text.split(',');
  const [id] = parseEntityId(idText);
  const [x, y] = numbers.map(Number);
  if (id === undefined || x === undefined || y === undefined) return [];
  return Number.isFinite(x) && Number.isFinite(y) ? [[id, { x, y }]] : [];
}

function parseView(text: string | null): ExplorerView | undefined {
  return text === 'graph' || text === 'table' ? text : undefined;
}

/** Ids of evidence and of passages are written alike. */
function parseReading(text: string | null): Reading | undefined {
  return EvidenceId.safeParse(text).data;
}

function parseEntityId(text: string): readonly EntityId[] {
  const id = EntityId.safeParse(text);
  return id.success ? [id.data] : [];
}
