import type { Expansion, ExplorerState } from './explorer-state';
import { isEmptied, isFiltered, type Filters } from './filters/filter';

/** The part of a request to `/api/graph` that a state decides. */
interface SliceRequest extends Filters {
  readonly seed?: readonly string[];
  readonly depth?: number;
  readonly limit?: number;
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
  const filtered = isFiltered(filters)
    ? base.map((request) => ({ ...request, ...narrow(request, filters) }))
    : [];
  // Filters that let nothing through need no question.
  return { base: base.map(toStep), filtered: isEmptied(filters) ? [] : filtered.map(toStep) };
}

function toExpansionRequest({ entity, limit, type }: Expansion): SliceRequest {
  return { seed: [entity], depth: 1, limit: limit + 1, ...(type !== undefined && { type: [type] }) };
}

/** An expansion by one type asks for that type only, whatever other types the filter lets through. */
function narrow(request: SliceRequest, filters: Filters): SliceRequest {
  return { ...filters, ...(request.type !== undefined && { type: request.type }) };
}

function toStep(request: SliceRequest): SliceStep {
  return { key: JSON.stringify(request), request };
}
