'use client';

import { callLoad, type PickedFile } from '@/lib/api/call-datasets';
import type { LoadReport } from '@/lib/api/datasets-endpoint';
import { createStore } from '@/lib/graph/store';
import { EntenteError } from '@/lib/model/entente-error';
import type { Mapping } from '@/lib/model/mapping';

export interface Picked {
  readonly files: readonly PickedFile[];
  /** The name of a format, where a person has said what the files are. */
  readonly datasetFormat: string | undefined;
  /** What a person has said about the columns of tables, by their paths. */
  readonly mappings?: Readonly<Record<string, Mapping>>;
  /** Whether that holds for tables like these from now on. */
  readonly keepsMappings?: boolean;
  /** A person says that numbers or ids are what nodes are called. */
  readonly idsAsNames?: boolean;
}

interface Progress {
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
  /** The file that is looked through before the first row, and the bytes read of it. */
  readonly opening?: { readonly path: string; readonly bytes: number } | undefined;
}

export type LoadRun =
  | { readonly status: 'idle' }
  | ({ readonly status: 'running'; readonly act: Act; readonly progress: Progress | undefined } & Picked)
  | ({ readonly status: 'seen'; readonly report: LoadReport } & Picked)
  | ({ readonly status: 'loaded'; readonly report: LoadReport } & Picked)
  | ({ readonly status: 'cancelled'; readonly act: Act } & Picked)
  | ({ readonly status: 'failed'; readonly act: Act; readonly failure: EntenteError } & Picked);

type Act = 'look' | 'load';

const idle: LoadRun = { status: 'idle' };

/** What is being loaded. It outlives the page, so that one can look at the graph meanwhile; closing the tab ends it. */
export const loadRun = createStore<LoadRun>(idle);

let running: AbortController | undefined;

/** Sends files to be looked through. */
export function look(picked: Picked): void {
  void run('look', picked);
}

/** Sends the files that were looked through to be stored. */
export function load(): void {
  const picked = pickedOf(loadRun.getState());
  if (picked.files.length > 0) void run('load', picked);
}

/** Ends what runs; what a load has stored by then stays. */
export function cancel(): void {
  running?.abort();
}

/** Puts the files away. */
export function reset(): void {
  running?.abort();
  running = undefined;
  loadRun.setState(idle);
}

function pickedOf(state: LoadRun): Picked {
  if (state.status === 'idle') return { files: [], datasetFormat: undefined };
  const { files, datasetFormat, mappings = {}, keepsMappings = false, idsAsNames = false } = state;
  return { files, datasetFormat, mappings, keepsMappings, idsAsNames };
}

/** What is sent with the files. */
function toRequest(act: Act, { datasetFormat, mappings = {}, keepsMappings, idsAsNames }: Picked) {
  return {
    dryRun: act === 'look',
    ...(datasetFormat !== undefined && { datasetFormat }),
    ...(Object.keys(mappings).length > 0 && { mappings: JSON.stringify(mappings) }),
    ...(keepsMappings && act === 'load' && { keepsMappings }),
    ...(idsAsNames && { idsAsNames }),
  };
}

async function run(act: Act, picked: Picked): Promise<void> {
  const { files } = picked;
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const show = (next: LoadRun) => {
    if (running === controller) loadRun.setState(next);
  };
  show({ status: 'running', act, progress: undefined, ...picked });
  if (act === 'load') window.addEventListener('beforeunload', askFirst);
  try {
    for await (const event of callLoad(files, toRequest(act, picked), { signal: controller.signal })) {
      if ('report' in event)
        show({ status: act === 'look' ? 'seen' : 'loaded', report: event.report, ...picked });
      else show({ status: 'running', act, progress: event.progress, ...picked });
    }
  } catch (error) {
    if (controller.signal.aborted) show({ status: 'cancelled', act, ...picked });
    else show({ status: 'failed', act, failure: toFailure(error), ...picked });
  } finally {
    if (act === 'load') window.removeEventListener('beforeunload', askFirst);
  }
}

/** Closing the tab would end the load. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function toFailure(error: unknown): EntenteError {
  if (error instanceof EntenteError) return error;
  return new EntenteError('unavailable', 'Something went wrong on the page. Reload it, then try again.', {
    cause: error,
  });
}
