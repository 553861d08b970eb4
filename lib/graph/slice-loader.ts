import { call } from '@/lib/api/call';
import { graphEndpoint } from '@/lib/api/graph-endpoint';
import { EntenteError } from '@/lib/model/entente-error';
import type { RelationId } from '@/lib/model/ids';
import type { GraphSlice } from '@/lib/model/slice';

import type { LoadedStep } from './arrangement';
import type { SliceStep, SliceSteps } from './slice-steps';
import { createStore, type Store } from './store';

/** What of the wanted slices is there. `steps` stay on screen whatever becomes of those still on their way. */
export interface LoadedSlices {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure?: EntenteError;
  readonly steps: readonly LoadedStep[];
  /** The relations of the filtered slices, once all of these are there; undefined when the server narrowed nothing. */
  readonly answered?: ReadonlySet<RelationId>;
  /** The first slice as the filters have it: how much it shows of how much there is. */
  readonly first?: GraphSlice;
}

export interface SliceLoader extends Pick<Store<LoadedSlices>, 'getState' | 'subscribe'> {
  /** Loads what these steps ask for and is not there yet; what an earlier wish still waits for is given up. */
  readonly want: (steps: SliceSteps) => void;
  readonly retry: () => void;
  readonly close: () => void;
}

/** Asks the server for one slice. */
export type FetchSlice = (request: SliceStep['request'], signal: AbortSignal) => Promise<GraphSlice>;

/** How many slices are kept for coming back to. */
const SLICES_MAX = 100;

/** Creates what fetches slices, in order, and keeps them. */
export function createSliceLoader(fetchSlice: FetchSlice = callForSlice): SliceLoader {
  const store = createStore<LoadedSlices>({ status: 'loading', steps: [] });
  const known = new Map<string, GraphSlice>();
  let wanted: SliceSteps = { base: [], filtered: [] };
  let running = new AbortController();

  const fetchMissing = async (signal: AbortSignal) => {
    for (const { key, request } of [...wanted.base, ...wanted.filtered]) {
      if (known.has(key)) continue;
      const slice = await fetchSlice(request, signal);
      signal.throwIfAborted();
      keep(known, key, slice);
      store.setState((before) => toLoaded(wanted, known, before));
    }
  };

  const start = () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    store.setState((before) => toLoaded(wanted, known, before));
    fetchMissing(signal).catch((error: unknown) => {
      if (signal.aborted) return;
      store.setState((before) => ({ ...before, status: 'failed', failure: toFailure(error) }));
    });
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    want: (steps) => {
      if (JSON.stringify(steps) === JSON.stringify(wanted)) return;
      wanted = steps;
      start();
    },
    retry: start,
    close: () => {
      running.abort();
      wanted = { base: [], filtered: [] };
    },
  };
}

function callForSlice(request: SliceStep['request'], signal: AbortSignal): Promise<GraphSlice> {
  return call(graphEndpoint, request, { signal });
}

/**
 * Puts together what can be shown: the base up to its first gap, then the filtered slices once all
 * have arrived.
 */
function toLoaded(
  { base, filtered }: SliceSteps,
  known: ReadonlyMap<string, GraphSlice>,
  before: LoadedSlices,
): LoadedSlices {
  const baseLoaded = takeLoaded(base, known);
  const filteredLoaded = takeLoaded(filtered, known);
  const isReady = baseLoaded.length === base.length && filteredLoaded.length === filtered.length;
  if (baseLoaded.length === 0) return toWaiting(before);
  const steps = isReady ? [...baseLoaded, ...filteredLoaded] : baseLoaded;
  const first = (isReady ? filteredLoaded[0] : undefined) ?? baseLoaded[0];
  return {
    status: isReady ? 'ready' : 'loading',
    steps,
    ...(first && { first: first.slice }),
    ...(isReady && filtered.length > 0 && { answered: readRelations(filteredLoaded) }),
  };
}

/** What was there stays on screen until the new start is there. */
function toWaiting({ steps, first, answered }: LoadedSlices): LoadedSlices {
  return { status: 'loading', steps, ...(first && { first }), ...(answered && { answered }) };
}

function takeLoaded(
  steps: readonly SliceStep[],
  known: ReadonlyMap<string, GraphSlice>,
): readonly LoadedStep[] {
  const loaded: LoadedStep[] = [];
  for (const { key } of steps) {
    const slice = known.get(key);
    if (!slice) break;
    loaded.push({ key, slice });
  }
  return loaded;
}

function readRelations(steps: readonly LoadedStep[]): ReadonlySet<RelationId> {
  return new Set(steps.flatMap(({ slice }) => slice.relations.id));
}

function keep(known: Map<string, GraphSlice>, key: string, slice: GraphSlice): void {
  known.set(key, slice);
  const [oldest] = known.keys();
  if (known.size > SLICES_MAX && oldest !== undefined) known.delete(oldest);
}

function toFailure(error: unknown): EntenteError {
  if (error instanceof EntenteError) return error;
  return new EntenteError('unavailable', 'The graph could not be loaded. Try again, or reload the page.', {
    cause: error,
  });
}
