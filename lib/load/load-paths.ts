import { dirname } from 'node:path';

import type { Input, Item } from '@/lib/ingest/input';
import { isDatabaseAddress } from '@/lib/ingest/neo4j-source/address';
import { saveMapping } from '@/lib/ingest/table/mapping-file';

import { attempt, type Attempted, type Failed } from './attempt';
import { createTeller } from './create-teller';
import { loadInput } from './load-input';
import type { LoadOptions, LoadTarget } from './load-options';
import { closeAll, mappingFor, openInputs, type Opened } from './open-inputs';
import { writeJoinedNames } from './joined-names-file';
import type { LoadedInput, LoadFailure, LoadReport } from './load-report';
import { createTally, type LoadTally } from './load-tally';
import { createNewness, previewInput } from './preview-input';
import { createRejectsFile } from './rejects-file';

/**
 * Loads datasets into a store, one after the other. A dataset that cannot be loaded is listed in
 * the report's `failures` and the rest is loaded all the same; when the store stops answering, the
 * run ends.
 * @param opening - a store that may still be opening; meanwhile the files are looked through
 * @param paths - the datasets
 * @throws what opening the store throws; otherwise only unforeseen errors
 */
export async function loadPaths(
  opening: LoadTarget | Promise<LoadTarget>,
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<LoadReport> {
  const startedAt = performance.now();
  const { dataFolder = '.entente', signal, onProgress } = options;
  const opened = Promise.resolve(opening);
  const { inputs, failures, skipped, notices } = await openInputs(opened, paths, { ...options, dataFolder });
  const store = await opened.catch(async (error: unknown) => {
    await closeAll(inputs);
    throw error;
  });
  const tell = createTeller(options.baseFolder);
  const rejects = createRejectsFile(dataFolder, inputs[0]?.input.dataset ?? 'nothing');
  const tally = createTally(rejects, (rows) => onProgress?.(rows, toShare(inputs)), tell);
  const run = { store, tally, isDryRun: options.isDryRun ?? false, signal, isNew: createNewness() };
  const tellFailure = ({ path, message, question, isNameless, isUnmapped }: LoadFailure): LoadFailure => ({
    path: tell(path),
    message: tell(message),
    ...(question && { question }),
    ...(isNameless && { isNameless }),
    ...(isUnmapped && { isUnmapped }),
  });
  await keepMappings(inputs, { ...options, dataFolder });
  const loaded = await loadInputs(inputs, run).finally(() => closeAll(inputs));
  const closed = await attempt(dataFolder, () => rejects.close());
  const joined = await writeJoinedNames(
    dataFolder,
    inputs.map(({ input }) => input),
  );
  const numbers = tally.numbers();
  return {
    ...numbers,
    notices: [
      ...notices,
      ...inputs.flatMap(({ input }) => input.notices()),
      ...joined,
      ...numbers.notices,
    ].map(tell),
    rejectsFile: 'value' in closed ? closed.value : null,
    seconds: Math.round(performance.now() - startedAt) / 1000,
    failures: [...failures, ...loaded.failures, ...failureOf(closed)].map(tellFailure),
    skipped: skipped.map(tellFailure),
    inputs: loaded.inputs.map((input) => ({ ...input, path: tell(input.path) })),
    isStopped: signal?.aborted ?? false,
  };
}

function toShare(inputs: Opened['inputs']): number {
  return inputs.reduce((sum, { input }) => sum + input.progress(), 0) / Math.max(1, inputs.length);
}

interface Run {
  readonly store: LoadTarget;
  readonly tally: LoadTally;
  readonly isDryRun: boolean;
  readonly signal: AbortSignal | undefined;
  readonly isNew: (id: string) => boolean;
}

async function loadInputs(
  inputs: Opened['inputs'],
  run: Run,
): Promise<{ inputs: readonly LoadedInput[]; failures: readonly Failed[] }> {
  const loaded: LoadedInput[] = [];
  const failures: Failed[] = [];
  for (const { path, input } of inputs) {
    const counted = watchItems(input);
    const done = await attempt(path, () => loadOne(counted.input, run));
    const { dataset, formatTitle, columns, layout, load } = input;
    const sentences = 'value' in done ? done.value : [];
    const broughtSomething = counted.broughtSomething();
    const about = { path, dataset, format: formatTitle, columns, load, sentences, broughtSomething };
    loaded.push(layout ? { ...about, layout } : about);
    if ('value' in done) continue;
    failures.push(done.failure);
    if (done.failure.isFinal) break;
  }
  return { inputs: loaded, failures };
}

async function loadOne(input: Input, run: Run): Promise<readonly string[]> {
  if (run.isDryRun) return await previewInput(input, run);
  await loadInput(input, run);
  return [];
}

/** The same input, watched for whether anything that can be stored comes from it. */
function watchItems(input: Input): { readonly input: Input; readonly broughtSomething: () => boolean } {
  let broughtSomething = false;
  async function* watch(): AsyncGenerator<readonly Item[]> {
    for await (const items of input.items()) {
      broughtSomething ||= items.some(({ kind }) => kind !== 'reject');
      yield items;
    }
  }
  return { input: { ...input, items: watch }, broughtSomething: () => broughtSomething };
}

/** Keeps what was said about the tables that could be opened with it. */
async function keepMappings(
  inputs: Opened['inputs'],
  options: LoadOptions & { readonly dataFolder: string },
): Promise<void> {
  const { keepsMappings, dataFolder } = options;
  if (keepsMappings === undefined) return;
  for (const { path, input } of inputs) {
    const mapping = mappingFor(path, options);
    if (mapping === undefined || input.mappedFor === undefined) continue;
    const isBeside = keepsMappings === 'beside' && !isDatabaseAddress(path);
    const folder = isBeside ? dirname(path) : dataFolder;
    await saveMapping(folder, { ...mapping, for: input.mappedFor });
  }
}

function failureOf(attempted: Attempted<unknown>): readonly Failed[] {
  return 'failure' in attempted ? [attempted.failure] : [];
}
