/** `npm run load -- <path>…`: datasets and files of triples into the store, with a report of what became of each row. */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { defineCommand, runMain } from 'citty';

import { readEnv } from '@/lib/env';
import type { Mapping } from '@/lib/model/mapping';
import { openStore, type StoreAddress } from '@/lib/store/open-store';
import { isDatabaseAddress, parseAddress } from '@/lib/ingest/neo4j-source/address';
import type { DatabaseLogin, GivenTables } from '@/lib/ingest/source';
import type { GraphStore } from '@/lib/store/types';

import { describeReport } from '@/lib/load/describe-report';
import type { LoadOptions } from '@/lib/load/load-options';
import { createPatience } from '@/lib/load/patience';
import { tellOpening } from '@/lib/load/tell-opening';
import type { LoadReport } from '@/lib/load/load-report';
import { hasTables } from '@/lib/load/offline/import-arguments';
import { toMapping, toTables } from './load/to-mapping';
import { argumentsOf } from './load/arguments';
import { readLogin } from './load/read-login';
import { showProgress } from './load/show-progress';
import { listLoads, undoLoad } from './load/undo-loads';

const LOCAL_NEO4J = 'neo4j://localhost:7687';
/** Compiled, this file has the host of the embedded engine beside it. */
const COMPILED_HOST = path.join(import.meta.dirname, 'host.mjs');
const BASE_VOCABULARY = path.join(import.meta.dirname, '..', 'graph-data', 'vocabulary.csv');

interface Wishes {
  readonly paths: readonly string[];
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  readonly store: string | undefined;
  readonly format: string | undefined;
  readonly mapping: Mapping | undefined;
  readonly keepsMappings: 'beside' | undefined;
  readonly idsAsNames: boolean;
  readonly isVerbose: boolean;
  readonly tables: GivenTables | undefined;
  readonly login: DatabaseLogin | undefined;
  /** The folder for tables, when nothing is to be stored. */
  readonly offline: string | undefined;
}

const command = defineCommand({
  meta: { name: 'npm run load --', description: 'Load entities, relations and their evidence' },
  args: argumentsOf,
  run: async ({ args }) => {
    try {
      const paths = args._.map(toPath);
      refuseUnknown(Object.keys(args));
      process.exitCode = await run({ ...args, paths });
    } catch (error) {
      console.error(`entente: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  },
});

await runMain(command);

interface Given {
  readonly paths: readonly string[];
  readonly 'dry-run': boolean;
  readonly check: boolean;
  readonly loads: boolean;
  readonly json: boolean;
  readonly undo?: string | undefined;
  readonly store?: string | undefined;
  readonly format?: string | undefined;
  readonly map?: string | undefined;
  readonly header: boolean;
  readonly 'save-map': boolean;
  readonly 'ids-as-names': boolean;
  readonly verbose: boolean;
  readonly nodes?: string | undefined;
  readonly edges?: string | undefined;
  readonly user?: string | undefined;
  readonly database?: string | undefined;
  readonly offline?: string | undefined;
}

async function run({
  paths,
  'dry-run': isDryRun,
  json: isJson,
  store,
  format,
  ...more
}: Given): Promise<number> {
  if (more.undo !== undefined) return await undoOne(more.undo, store);
  if (more.loads) return await printFromStore(store, listLoads);
  const tables = toTables(more, toPath);
  if (paths.length === 0 && tables === undefined)
    throw new Error('Nothing to load. Name a folder or a file: npm run load -- <path>');
  const login = await readLogin(paths, more);
  if (more.check) return await check(paths, login);
  const offline = more.offline === undefined ? undefined : toPath(more.offline);
  if (offline !== undefined && isDryRun)
    throw new Error('--offline writes into a folder and --dry-run writes nothing; leave one of them out.');
  const mapping = toMapping(more);
  const keepsMappings = more['save-map'] ? 'beside' : undefined;
  const idsAsNames = more['ids-as-names'];
  return await load({
    paths,
    isDryRun,
    isJson,
    store,
    format,
    mapping,
    keepsMappings,
    idsAsNames,
    isVerbose: more.verbose,
    tables,
    login,
    offline,
  });
}

async function check(paths: readonly string[], login: DatabaseLogin | undefined): Promise<number> {
  const { checkPaths } = await import('./load/check-paths');
  const wrong = await checkPaths(paths, { baseVocabulary: findBaseVocabulary(), login });
  for (const line of wrong) console.error(line);
  if (wrong.length === 0) console.log(`entente: ${paths.join(', ')}: every row can be loaded.`);
  return wrong.length === 0 ? 0 : 1;
}

async function load({ paths, isJson, store: choice, offline, ...wishes }: Wishes): Promise<number> {
  const env = readStoreEnv(choice);
  const stop = stopOnSignal();
  const progress = showProgress();
  const options = {
    ...wishes,
    dataFolder: env.data,
    baseVocabulary: findBaseVocabulary(),
    signal: stop,
    onOpening: progress.open,
    onProgress: progress.update,
  };
  try {
    const report =
      offline === undefined
        ? await loadIntoStore(env.store, paths, options)
        : await loadIntoTables(offline, paths, options);
    progress.end();
    show(report, { isDryRun: wishes.isDryRun, isJson });
    if (offline !== undefined && hasTables(offline)) tellImport(offline);
    return toExitCode(report);
  } finally {
    progress.end();
  }
}

async function loadIntoStore(
  address: StoreAddress,
  paths: readonly string[],
  options: LoadOptions,
): Promise<LoadReport> {
  // What reads files is loaded, and begins to, while the engine starts.
  const opening = openStore(tellOpening(address, tellOnTerminal), createPatience(tellOnTerminal));
  try {
    const { loadPaths } = await import('@/lib/load/load-paths');
    return await loadPaths(opening, paths, options);
  } finally {
    await opening.then(
      (store) => store.close(),
      () => undefined,
    );
  }
}

async function loadIntoTables(
  folder: string,
  paths: readonly string[],
  options: LoadOptions,
): Promise<LoadReport> {
  const { loadOffline } = await import('@/lib/load/offline/load-offline');
  return await loadOffline(folder, paths, options);
}

function tellImport(folder: string): void {
  console.error(`The tables are in ${folder}. With no Neo4j running: npm run neo4j -- import ${folder}`);
}

async function undoOne(id: string, choice: string | undefined): Promise<number> {
  const stop = stopOnSignal();
  return await printFromStore(choice, (store) => undoLoad(store, id, stop));
}

async function printFromStore(
  choice: string | undefined,
  work: (store: GraphStore) => Promise<readonly string[]>,
): Promise<number> {
  const store = await openStore(tellOpening(readStoreEnv(choice).store, tellOnTerminal));
  try {
    for (const line of await work(store)) console.log(line);
    return 0;
  } finally {
    await store.close();
  }
}

function readStoreEnv(choice: string | undefined): { readonly store: StoreAddress; readonly data: string } {
  const variables = { ...process.env, ENTENTE_STORE: toStoreVariable(choice, process.env['ENTENTE_STORE']) };
  const { store, data } = readEnv(variables);
  if (store.engine !== 'embedded' || !existsSync(COMPILED_HOST)) return { store, data };
  return { store: { ...store, hostProgram: COMPILED_HOST }, data };
}

function show(report: LoadReport, { isDryRun, isJson }: { isDryRun: boolean; isJson: boolean }): void {
  const lines = describeReport(report, isDryRun);
  if (!isJson) {
    for (const line of lines) console.log(line);
    return;
  }
  for (const line of lines) console.error(line);
  const { read, created, unchanged, rejected, rejectsFile, seconds, inputs, failures, skipped } = report;
  const loads = inputs.map(({ load }) => load);
  const notLoaded = [...failures, ...skipped];
  console.log(JSON.stringify({ read, created, unchanged, rejected, rejectsFile, seconds, loads, notLoaded }));
}

/** 1: something given was not loaded; 2: it was, but for rows, for files that brought nothing, or for databases that are asked about; 0: all was taken. */
function toExitCode({ failures, isStopped, rejected, skipped, inputs }: LoadReport): number {
  if (failures.some(({ isUnmapped = false }) => !isUnmapped) || isStopped) return 1;
  if (failures.length > 0) return 2;
  return rejected > 0 || skipped.length > 0 || inputs.some(({ broughtSomething }) => !broughtSomething)
    ? 2
    : 0;
}

/** The first signal ends the run behind the batch at hand; a second Ctrl-C ends the process. The others may come many times. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  const end = () => {
    if (!stop.signal.aborted) console.error('\nentente: Stopping after the current batch.');
    stop.abort();
  };
  process.once('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  return stop.signal;
}

/** What `--store` means as ENTENTE_STORE; `neo4j` alone is the one of the environment, or a local one. */
function toStoreVariable(choice: string | undefined, variable: string | undefined): string | undefined {
  if (choice !== 'neo4j') return choice ?? variable;
  return variable !== undefined && variable !== '' && variable !== 'embedded' ? variable : LOCAL_NEO4J;
}

/** npm runs scripts in the project's folder; a path means what it meant where npm was called. Throws for an address that tells a password. */
function toPath(given: string): string {
  if (isDatabaseAddress(given)) return parseAddress(given).address;
  return path.resolve(process.env['INIT_CWD'] ?? '.', given);
}

function findBaseVocabulary(): string | undefined {
  return existsSync(BASE_VOCABULARY) ? BASE_VOCABULARY : undefined;
}

function refuseUnknown(given: readonly string[]): void {
  const known = new Set(['_', 'dryRun', 'saveMap', 'idsAsNames', ...Object.keys(argumentsOf)]);
  const unknown = given.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(`There is no option --${unknown.join(', --')}. See: npm run load -- --help`);
  }
}

function tellOnTerminal(line: string): void {
  console.error(`entente: ${line}`);
}
