import { call } from '@/lib/api/call';
import { facetsEndpoint } from '@/lib/api/facets-endpoint';
import { EntenteError } from '@/lib/model/entente-error';
import type { Facets } from '@/lib/model/facets';

import { clearFilter } from './filters/change-filters';
import { filterNames, isFiltered, type FilterName, type Filters } from './filters/filter';
import { createStore, type Store } from './store';

/** What the store counts: all of it, and what passes the filters. Counts of other filters are never shown for these. */
export interface LoadedFacets {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure?: EntenteError;
  /** Without filters. */
  readonly all?: Facets;
  /** Under the filters of the state; undefined while they are being counted. */
  readonly passing?: Facets;
}

export interface FacetLoader extends Pick<Store<LoadedFacets>, 'getState' | 'subscribe'> {
  /** Has what passes these filters counted; an earlier wish is given up. */
  readonly want: (filters: Filters) => void;
  readonly retry: () => void;
  readonly close: () => void;
}

type FetchFacets = (filters: Filters, signal: AbortSignal) => Promise<Facets>;

/** How many answers are kept for coming back to. */
const ANSWERS_MAX = 50;

/** Creates what has facets counted, and keeps the counts. */
export function createFacetLoader(fetchFacets: FetchFacets = callForFacets): FacetLoader {
  const store = createStore<LoadedFacets>({ status: 'loading' });
  const known = new Map<string, Facets>();
  let wanted: Filters | undefined;
  let running = new AbortController();

  const find = async (filters: Filters, signal: AbortSignal): Promise<Facets> => {
    const key = toKey(filters);
    const facets = known.get(key) ?? (await fetchFacets(filters, signal));
    signal.throwIfAborted();
    known.set(key, facets);
    const [oldest] = known.keys();
    if (known.size > ANSWERS_MAX && oldest !== undefined) known.delete(oldest);
    return facets;
  };

  const count = async (filters: Filters, signal: AbortSignal) => {
    const all = await find({}, signal);
    store.setState((before) => ({ ...before, all }));
    const passing = withoutEmptied(await find(dropEmptied(filters), signal), filters);
    store.setState({ status: 'ready', all, passing });
  };

  const start = () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    store.setState(({ all }) => ({ status: 'loading', ...(all && { all }) }));
    count(wanted ?? {}, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      store.setState(({ all }) => ({ status: 'failed', failure: toFailure(error), ...(all && { all }) }));
    });
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    want: (filters) => {
      if (wanted && toKey(filters) === toKey(wanted)) return;
      wanted = filters;
      start();
    },
    retry: start,
    close: () => {
      running.abort();
      wanted = undefined;
    },
  };
}

function callForFacets(filters: Filters, signal: AbortSignal): Promise<Facets> {
  return call(facetsEndpoint, filters, { signal });
}

function toKey(filters: Filters): string {
  return JSON.stringify(filterNames.map((name) => filters[name]?.toSorted() ?? null));
}

/** An empty filter cannot be asked for; what it leaves out is taken away here. */
function dropEmptied(filters: Filters): Filters {
  return emptiedOf(filters).reduce<Filters>((rest, name) => clearFilter(rest, name), filters);
}

function emptiedOf(filters: Filters): readonly FilterName[] {
  return filterNames.filter((name) => filters[name]?.length === 0);
}

/** Nothing passes an empty filter, so that only its own facet, which is counted under the others, has anything left. */
function withoutEmptied(facets: Facets, filters: Filters): Facets {
  const emptied = emptiedOf(filters);
  if (!isFiltered(filters) || emptied.length === 0) return facets;
  const keep = <Value>(name: FilterName, counts: Value[]): Value[] =>
    emptied.every((one) => one === name) ? counts : [];
  const sources = keep('source', facets.sources);
  return {
    classes: keep('class', facets.classes),
    types: keep('type', facets.types),
    kinds: keep('kind', facets.kinds),
    modalities: keep('modality', facets.modalities),
    grades: keep('grade', facets.grades),
    sources,
    contested: [],
    total: { entities: 0, relations: 0, evidence: 0, denied: 0, sources: sources.length },
  };
}

function toFailure(error: unknown): EntenteError {
  if (error instanceof EntenteError) return error;
  return new EntenteError('unavailable', 'The counts could not be loaded. Try again, or reload the page.', {
    cause: error,
  });
}
