import type { StoreAddress } from '@/lib/store/open-store';
import { startNeo4j } from '@/scripts/neo4j/start-neo4j';

import type { Keeper } from './keeper';
import { endProcess, readPeakMemory, readProcesses } from './process-table';

export const engineNames = ['embedded', 'neo4j'] as const;
export type EngineName = (typeof engineNames)[number];

/** An engine that nothing was loaded into yet, with folders of its own. */
export interface Target {
  readonly address: StoreAddress;
  /** How the command is told where it is. */
  readonly store: string;
  readonly env: Readonly<Record<string, string>>;
  /** The database's own folder. */
  readonly folder: string;
  /** Bytes of resident memory at the highest, of the process that holds the database. */
  readonly readPeak: () => number | undefined;
  /** Ends what a command leaves running for the next one, so that each begins like the first. */
  readonly rest: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface TargetOptions {
  /** Neo4j reads files of its import folder, and no time limit ends a long transaction. */
  readonly readsFiles?: boolean;
}

/** Compiled, and as its sources. */
const HOST_SCRIPTS = ['.build/host.mjs', 'embedded/host/main.ts'];
const READS_FILES = {
  'dbms.security.allow_csv_import_from_file_urls': 'true',
  'server.directories.import': 'import',
  'db.transaction.timeout': '0s',
};

const openers: Record<EngineName, (keeper: Keeper, options: TargetOptions) => Promise<Target>> = {
  embedded: openEmbedded,
  neo4j: openNeo4j,
};

/** Makes a fresh database of an engine. Throws `unavailable` when it cannot be started. */
export function openTarget(engine: EngineName, keeper: Keeper, options: TargetOptions = {}): Promise<Target> {
  return openers[engine](keeper, options);
}

async function openEmbedded(keeper: Keeper): Promise<Target> {
  const { folder, remove } = await keeper.makeFolder();
  const findHosts = () =>
    readProcesses().filter(
      ({ args }) =>
        args.includes(folder) && args.some((arg) => HOST_SCRIPTS.some((script) => arg.endsWith(script))),
    );
  const rest = async () => {
    for (const { pid } of findHosts()) await endProcess(pid);
  };
  const close = keeper.keep(async () => {
    await rest();
    await remove();
  });
  return {
    address: { engine: 'embedded', folder },
    store: 'embedded',
    env: { ENTENTE_DATA: folder },
    folder,
    readPeak: () => highest(findHosts().map(({ pid }) => readPeakMemory(pid))),
    rest,
    close,
  };
}

async function openNeo4j(keeper: Keeper, { readsFiles = false }: TargetOptions): Promise<Target> {
  const { folder, remove } = await keeper.makeFolder();
  const starting = startNeo4j(readsFiles ? { settings: READS_FILES } : {});
  // Kept before it stands, so that a run that is ended meanwhile ends it too.
  const close = keeper.keep(async () => {
    const [started] = await Promise.allSettled([starting]);
    if (started.status === 'fulfilled') await started.value.stop();
    await remove();
  });
  const database = await starting;
  const { address, user, password, home, pid } = database;
  return {
    address: { engine: 'neo4j', address, user, password, database: 'neo4j' },
    store: address,
    env: { ENTENTE_DATA: folder, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'neo4j' },
    folder: home,
    readPeak: () => readPeakMemory(pid),
    rest: () => Promise.resolve(),
    close,
  };
}

function highest(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((max, each) => (each === undefined ? max : Math.max(max ?? 0, each)), undefined);
}
