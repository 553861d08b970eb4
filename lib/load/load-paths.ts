import { basename, dirname } from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import type { Mapping } from '@/lib/model/mapping';
import type { Input, Item } from '@/lib/ingest/input';
import type { DatabaseLogin, GivenTables } from '@/lib/ingest/source';
import { joinMentions } from '@/lib/ingest/join-mentions';
import { joinTables, listInputs } from '@/lib/ingest/list-inputs';
import { NamelessError } from '@/lib/ingest/names/nameless-ends';
import { isDatabaseAddress } from '@/lib/ingest/neo4j-source/address';
import { MappingQuestionError, QuestionError } from '@/lib/ingest/question-error';
import { readMappings, saveMapping } from '@/lib/ingest/table/mapping-file';
import { openInput } from '@/lib/ingest/open-input';
import type { GraphStore } from '@/lib/store/types';

import { loadInput } from './load-input';
import { nameCited, type ListedBelow } from './name-cited';
import { writeJoinedNames } from './joined-names-file';
import type { LoadedInput, LoadFailure, LoadReport } from './load-report';
import { createTally, type LoadTally } from './load-tally';
import { createNewness, previewInput } from './preview-input';
import { createRejectsFile } from './rejects-file';

/** What a load needs of a store. */
export type LoadTarget = Pick<
  GraphStore,
  | 'upsert'
  | 'prepare'
  | 'findLoad'
  | 'loads'
  | 'concerns'
  | 'undo'
  | 'findNames'
  | 'findKnown'
  | 'entityNames'
  | 'batchItems'
>;

export interface LoadOptions {
  /** Where the rejects file goes; `.entente` when left out. */
  readonly dataFolder?: string;
  /** Check everything, also against the store, and store nothing. */
  readonly isDryRun?: boolean;
  /** The vocabulary for what brings none of its own. */
  readonly baseVocabulary?: string | undefined;
  /** Ends the run: at the next bytes while files are looked through, after the batch at hand while rows are stored. */
  readonly signal?: AbortSignal;
  /** Hears of each path while it is looked through, before the first row: how many bytes of it were read. */
  readonly onOpening?: (path: string, bytes: number) => void;
  /** `share`: how much of all the files has been read, from 0 to 1. */
  readonly onProgress?: (rows: number, share: number) => void;
  /** The name of a format, for what is not recognised by itself. */
  readonly format?: string | undefined;
  /** Tables of nodes and of edges that are one graph, besides the paths. */
  readonly tables?: GivenTables | undefined;
  /** What a person says about the columns of all tables given. */
  readonly mapping?: Mapping | undefined;
  /** What a person says about the columns of one of them, by its path below `baseFolder`. */
  readonly mappings?: Readonly<Record<string, Mapping>> | undefined;
  /** A person says that numbers, ids or classes at the ends of relations are names. */
  readonly idsAsNames?: boolean | undefined;
  /** As whom to speak to databases that are inputs. */
  readonly login?: DatabaseLogin | undefined;
  /** Whether what was said is kept for tables like these: in `entente-map.json` beside the table, or in the data folder for all. */
  readonly keepsMappings?: 'beside' | 'data' | undefined;
  /** Paths below this folder are told without it, in the report and in the rejects. */
  readonly baseFolder?: string | undefined;
}

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

/** Creates a function that removes a folder's path from a text. */
function createTeller(folder: string | undefined): (text: string) => string {
  if (folder === undefined) return (text) => text;
  return (text) => text.replaceAll(`${folder}/`, '').replaceAll(folder, basename(folder));
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

function mappingFor(
  path: string,
  { mapping, mappings, baseFolder }: Pick<LoadOptions, 'mapping' | 'mappings' | 'baseFolder'>,
): Mapping | undefined {
  return mapping ?? mappings?.[createTeller(baseFolder)(path)];
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

async function closeAll(inputs: Opened['inputs']): Promise<void> {
  for (const { input } of inputs) await input.close();
}

interface Opened {
  readonly inputs: readonly { readonly path: string; readonly input: Input }[];
  readonly failures: readonly Failed[];
  /** Files that were found in a folder and could not be opened. */
  readonly skipped: readonly Failed[];
  readonly notices: readonly string[];
}

type Failed = LoadFailure & { readonly isFinal: boolean };

/** All are looked through before the first is stored, so that a mistake in the last path shows at once. */
async function openInputs(
  store: Promise<LoadTarget>,
  paths: readonly string[],
  options: LoadOptions & { readonly dataFolder: string },
): Promise<Opened> {
  const inputs: { path: string; input: Input }[] = [];
  const failures: Failed[] = [];
  const found: Failed[] = [];
  const { baseVocabulary, format, signal } = options;
  const savedMappings = await readMappings(options.dataFolder);
  // Who needs the store waits for it; that it cannot be opened is told when the files have been looked through.
  store.catch(() => undefined);
  const findNames = async (names: readonly string[], dataset?: string) =>
    (await store).findNames(names, dataset);
  const entityNames = async function* () {
    yield* (await store).entityNames();
  };
  const listed = await listAll(paths, options);
  for (const { path, isNamed, tables, mentions, citedFile, looked } of nameCited(listed.inputs)) {
    if (signal?.aborted) break;
    const opened = await attempt(path, () =>
      openInput(path, {
        findNames,
        entityNames,
        baseVocabulary,
        format,
        mapping: mappingFor(path, options),
        savedMappings,
        tables,
        mentions,
        citedFile,
        looked,
        signal,
        onRead: (bytes) => options.onOpening?.(createTeller(options.baseFolder)(path), bytes),
        idsAsNames: options.idsAsNames,
        login: options.login,
      }),
    ).catch(async (error: unknown) => {
      if (signal?.aborted) return undefined;
      await closeAll(inputs);
      throw error;
    });
    if (opened === undefined) break;
    if ('value' in opened) inputs.push({ path, input: opened.value });
    else (isNamed ? failures : found).push(opened.failure);
  }
  // What else lies in a folder is told; that nothing of it can be loaded is a failure.
  if (inputs.length === 0) return { inputs, failures: [...failures, ...found], skipped: [], notices: [] };
  return { inputs, failures, skipped: found, notices: listed.notices };
}

async function listAll(
  paths: readonly string[],
  { format, tables }: Pick<LoadOptions, 'format' | 'tables'>,
): Promise<ListedBelow> {
  const [edges] = tables?.edges ?? [];
  const given = tables && edges !== undefined ? [{ path: edges, tables, isNamed: true, given: edges }] : [];
  const listed: ListedBelow[] = [];
  for (const path of paths) {
    // What is wrong with a path is told when it is opened.
    const itself = { inputs: [{ path, isNamed: true }], notices: [] };
    const { inputs, notices } = await listInputs(path, format).catch(() => itself);
    listed.push({ inputs: inputs.map((input) => ({ ...input, given: path })), notices });
  }
  const inputs = listed.flatMap((each) => each.inputs);
  return {
    inputs: [...given, ...(format === undefined ? await joinMentions(await joinTables(inputs)) : inputs)],
    notices: listed.flatMap(({ notices }) => notices),
  };
}

function failureOf(attempted: { value: unknown } | { failure: Failed }): readonly Failed[] {
  return 'failure' in attempted ? [attempted.failure] : [];
}

/** Does it, or says why not; a store that does not answer is final. */
async function attempt<T>(path: string, work: () => Promise<T>): Promise<{ value: T } | { failure: Failed }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    const question = error instanceof QuestionError ? error.question : undefined;
    const isNameless = error instanceof NamelessError;
    const isFinal = error.failure === 'unavailable';
    const isUnmapped = error instanceof MappingQuestionError;
    return { failure: { path, message: error.message, question, isNameless, isUnmapped, isFinal } };
  }
}
