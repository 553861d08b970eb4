import { EntenteError } from '@/lib/model/entente-error';
import type { Input } from '@/lib/ingest/input';
import { openInput } from '@/lib/ingest/open-input';
import type { GraphStore } from '@/lib/store/types';

import { loadInput, type InputRun } from './load-input';
import type { LoadFailure, LoadReport } from './load-report';
import { createTally } from './load-tally';
import { createRejectsFile } from './rejects-file';

export interface LoadOptions {
  /** Where the rejects file goes; `.entente` when left out. */
  readonly dataFolder?: string;
  /** Check everything, also against the store, and store nothing. */
  readonly isDryRun?: boolean;
  /** The vocabulary for what brings none of its own. */
  readonly baseVocabulary?: string | undefined;
  /** Ends the run after the batch at hand. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number, total: number) => void;
}

/**
 * Loads datasets into a store, one after the other. What cannot be loaded at all stands in the report's `failures`, and the rest is
 * loaded all the same; when the store stops answering, the run ends there. Throws only what nobody foresaw.
 */
export async function loadPaths(
  store: GraphStore,
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<LoadReport> {
  const startedAt = performance.now();
  const { dataFolder = '.entente', signal, onProgress } = options;
  const { inputs, failures } = await openInputs(store, paths, options);
  const total = inputs.reduce((sum, { input }) => sum + input.rows, 0);
  const rejects = createRejectsFile(dataFolder, inputs[0]?.input.dataset ?? 'nothing');
  const tally = createTally(rejects, (rows) => onProgress?.(rows, total));
  const run = { store, tally, isDryRun: options.isDryRun ?? false, signal };
  failures.push(...(await loadInputs(inputs, run)));
  return {
    ...tally.numbers(),
    rejectsFile: await rejects.close(),
    seconds: Math.round(performance.now() - startedAt) / 1000,
    failures: failures.map(({ path, message }) => ({ path, message })),
    notices: inputs.flatMap(({ input }) => input.notices),
    isStopped: signal?.aborted ?? false,
  };
}

async function loadInputs(inputs: Opened['inputs'], run: InputRun): Promise<readonly Failed[]> {
  const failures: Failed[] = [];
  for (const { path, input } of inputs) {
    const loaded = await attempt(path, () => loadInput(input, run));
    if ('value' in loaded) continue;
    failures.push(loaded.failure);
    if (loaded.failure.isFinal) break;
  }
  return failures;
}

interface Opened {
  readonly inputs: readonly { readonly path: string; readonly input: Input }[];
  readonly failures: Failed[];
}

type Failed = LoadFailure & { readonly isFinal: boolean };

/** All are looked through before the first is stored, so that a mistake in the last path shows at once. */
async function openInputs(
  store: GraphStore,
  paths: readonly string[],
  options: LoadOptions,
): Promise<Opened> {
  const inputs: { path: string; input: Input }[] = [];
  const failures: Failed[] = [];
  const { baseVocabulary } = options;
  for (const path of paths) {
    const opened = await attempt(path, () =>
      openInput(path, { resolve: (cells) => store.resolve(cells), baseVocabulary }),
    );
    if ('value' in opened) inputs.push({ path, input: opened.value });
    else failures.push(opened.failure);
  }
  return { inputs, failures };
}

/** Does it, or says why not; a store that does not answer is final. */
async function attempt<T>(path: string, work: () => Promise<T>): Promise<{ value: T } | { failure: Failed }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return { failure: { path, message: error.message, isFinal: error.failure === 'unavailable' } };
  }
}
