/** Runs a layout off the main thread, one chunk for each message that asks for one, so that whoever asks can pause it or leave it. */
import type { LayoutProblem, LayoutResult } from '@/lib/graph/layout-problem';

import { createSimulation, type Simulation } from './simulation';

export type LayoutOrder =
  { readonly order: 'begin'; readonly problem: LayoutProblem } | { readonly order: 'go-on' };

export type LayoutReport =
  | { readonly status: 'moving'; readonly positions: Float32Array }
  | { readonly status: 'settled'; readonly result: LayoutResult };

let simulation: Simulation | undefined;

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if (data.order === 'begin') simulation = createSimulation(data.problem);
  if (simulation) postMessage(runChunk(simulation));
});

function runChunk(current: Simulation): LayoutReport {
  return current.run()
    ? { status: 'moving', positions: current.positions() }
    : { status: 'settled', result: current.finish() };
}
