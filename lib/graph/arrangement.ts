import type { GraphSlice } from '@/lib/model/slice';

import { createFactsGraph, type FactsGraph, type Position } from './facts';
import { toLayoutProblem, type LayoutProblem, type LayoutResult } from './layout-problem';
import { mergeSlice } from './merge-slice';
import { createStore, type Store } from './store';

/** One slice with the key of the question that it answers. */
export interface LoadedStep {
  readonly key: string;
  readonly slice: GraphSlice;
}

/**
 * Facts that are laid out, or on their way. The graph is changed in place: `content` counts what is in it, `revision`
 * with every change, moves included.
 */
export interface Arrangement {
  readonly facts: FactsGraph;
  readonly status: 'arranging' | 'settled';
  readonly content: number;
  readonly revision: number;
}

/** Lays a problem out; tells of places on the way; rejects with the signal's reason when it is aborted. */
export type Layout = (
  problem: LayoutProblem,
  options: { readonly signal: AbortSignal; readonly onProgress: (positions: Float32Array) => void },
) => Promise<LayoutResult>;

export interface Arranger extends Pick<Store<Arrangement>, 'getState' | 'subscribe'> {
  /** Shows these slices, in this order: each is laid out around those before it, which stay where they are. */
  readonly show: (steps: readonly LoadedStep[]) => void;
  /** Gives up what is on its way and forgets what was shown. */
  readonly close: () => void;
}

interface Placed {
  readonly positions: ReadonlyMap<string, Position>;
  readonly scale: number;
}

interface Run {
  readonly facts: FactsGraph;
  readonly controller: AbortController;
  /** The keys of the steps taken up so far. */
  readonly taken: string[];
  scale: number;
}

/** How many arrangements are remembered, so that undoing needs no new layout. */
const PLACED_MAX = 100;

/** Creates what turns slices into facts with places. The same slices in the same order always come to lie in the same places. */
export function createArranger(layout: Layout): Arranger {
  const store = createStore(toArrangement(createFactsGraph(), 'settled', 0));
  const known = new Map<string, Placed>();
  let wanted: readonly LoadedStep[] = [];
  let run = createRun();

  const tell = (status: Arrangement['status']) => {
    store.setState(({ revision }) => toArrangement(run.facts, status, revision + 1));
  };

  /** Takes up the wanted steps one after the other; more of them may come to be wanted meanwhile. */
  const arrange = async (current: Run) => {
    for (;;) {
      const step = wanted[current.taken.length];
      if (!step) return;
      await takeUp(current, step, {
        layout,
        known,
        onMove: () => {
          tell('arranging');
        },
      });
    }
  };

  const start = (current: Run) => {
    tell('arranging');
    arrange(current).then(
      () => {
        if (current === run) tell('settled');
      },
      (error: unknown) => {
        if (current !== run || current.controller.signal.aborted) return;
        tell('settled');
        reportError(error);
      },
    );
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    show: (steps) => {
      wanted = steps;
      const goesOn = run.taken.every((key, index) => steps[index]?.key === key);
      if (goesOn && store.getState().status === 'arranging') return;
      if (goesOn && run.taken.length === steps.length) return;
      if (!goesOn) {
        run.controller.abort();
        run = createRun();
      }
      start(run);
    },
    close: () => {
      run.controller.abort();
      run = createRun();
      wanted = [];
      tell('settled');
    },
  };
}

interface TakeUpOptions {
  readonly layout: Layout;
  readonly known: Map<string, Placed>;
  readonly onMove: () => void;
}

/** Merges a step's slice and places who is new: as remembered, or else by a layout that holds everybody else still. */
async function takeUp(run: Run, { key, slice }: LoadedStep, { layout, known, onMove }: TakeUpOptions) {
  const { facts, controller, taken } = run;
  taken.push(key);
  const fixed = new Set(facts.nodes());
  const added = mergeSlice(facts, slice);
  const history = taken.join('\n');
  const placed = known.get(history);
  if (placed) recall(run, placed);
  if (placed ?? added.length === 0) return;
  onMove();
  const { positions, scale } = await layout(toLayoutProblem(facts, { fixed, scale: run.scale }), {
    signal: controller.signal,
    onProgress: (halfway) => {
      if (controller.signal.aborted) return;
      mergePositions(facts, halfway);
      onMove();
    },
  });
  controller.signal.throwIfAborted();
  mergePositions(facts, positions);
  run.scale = scale;
  keep(known, history, { positions: readPositions(facts), scale });
}

function toArrangement(facts: FactsGraph, status: Arrangement['status'], revision: number): Arrangement {
  return { facts, status, content: facts.order + facts.size, revision };
}

function createRun(): Run {
  return { facts: createFactsGraph(), controller: new AbortController(), taken: [], scale: 0 };
}

function recall(run: Run, { positions, scale }: Placed): void {
  run.scale = scale;
  run.facts.updateEachNodeAttributes((key, entity) => ({ ...entity, ...positions.get(key) }));
}

function mergePositions(facts: FactsGraph, positions: Float32Array): void {
  let index = 0;
  facts.updateEachNodeAttributes((_, entity) => {
    const [x = entity.x, y = entity.y] = positions.subarray(index, index + 2);
    index += 2;
    return { ...entity, x, y };
  });
}

function readPositions(facts: FactsGraph): ReadonlyMap<string, Position> {
  return new Map(facts.mapNodes((key, { x, y }) => [key, { x, y }]));
}

function keep(known: Map<string, Placed>, key: string, placed: Placed): void {
  known.set(key, placed);
  const [oldest] = known.keys();
  if (known.size > PLACED_MAX && oldest !== undefined) known.delete(oldest);
}
