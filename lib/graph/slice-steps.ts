import type { Expansion, ExplorerState } from './explorer-state';
import { allFilters } from './filters/all-filters';
import { isFiltered, type Filters } from './filters/filter';

/** The part of a request to `/api/graph` that a state decides. */
interface SliceRequest {
  readonly seed?: readonly string[];
  readonly depth?: number;
  readonly limit?: number;
  readonly type?: readonly string[];
  readonly class?: readonly string[];
  readonly source?: readonly string[];
  readonly modality?: readonly string[];
}

/** One slice that the picture is made of; its key tells it from every other. */
export interface SliceStep {
  readonly key: string;
  readonly request: SliceRequest;
}

/**
 * What has to be asked of the server for a state. `base` is the graph without its filters, in the order in which it is laid out: the
 * overview or the seeds, then each expansion. `filtered` is the same graph narrowed by the server; it is empty when nothing narrows it.
 */
export interface SliceSteps {
  readonly base: readonly SliceStep[];
  readonly filtered: readonly SliceStep[];
}

export function toSliceSteps({
  seeds,
  expansions,
  filters,
}: Pick<ExplorerState, 'seeds' | 'expansions' | 'filters'>): SliceSteps {
  const start: SliceRequest = seeds.length === 0 ? {} : { seed: seeds, depth: seeds.length === 1 ? 1 : 0 };
  const base = [start, ...expansions.map(toExpansionRequest)];
  const narrowing = toParameters(filters);
  const filtered = isFiltered(narrowing)
    ? base.map((request) => ({ ...request, ...narrow(request, narrowing) }))
    : [];
  return { base: base.map(toStep), filtered: isEmptied(filters) ? [] : filtered.map(toStep) };
}

function toExpansionRequest({ entity, limit, type }: Expansion): SliceRequest {
  return { seed: [entity], depth: 1, limit: limit + 1, ...(type !== undefined && { type: [type] }) };
}

function toParameters(filters: Filters): Filters {
  const known = allFilters.flatMap(({ parameter }) => parameter ?? []);
  return Object.fromEntries(Object.entries(filters).filter(([name]) => known.some((one) => one === name)));
}

/** An expansion by one type asks for that type only, whatever other types the filter lets through. */
function narrow(request: SliceRequest, filters: Filters): SliceRequest {
  return { ...filters, ...(request.type !== undefined && { type: request.type }) };
}

/** A filter that lets nothing through needs no question. */
function isEmptied(filters: Filters): boolean {
  return Object.values(filters).some((values) => values.length === 0);
}

function toStep(request: SliceRequest): SliceStep {
  return { key: JSON.stringify(request), request };
}
