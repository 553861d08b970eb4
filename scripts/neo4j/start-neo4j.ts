// Starts a real Neo4j without Docker, for people (`npm run neo4j`, `npm start -- --neo4j`) and for tests.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { fetchNeo4j } from './fetch-neo4j';
import { findFreePort } from './find-free-port';
import { findJava } from './find-java';
import { keepPassword } from './keep-password';
import { prepareHome } from './prepare-home';
import { readLogTail } from './read-log-tail';
import { waitForBolt } from './wait-for-bolt';

const WATCHER = path.join(import.meta.dirname, 'watch-neo4j.mjs');
const JAVA_FLAGS = [
  '-Xms256m',
  '-Xmx1g',
  // Loads make much garbage that dies young: with the small default, collecting it took a tenth of a load's time.
  '-Xmn256m',
  '-XX:+UseSerialGC',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED',
];
/** Compiles less: starts sooner, and loads 42 % slower. */
const QUICK_FLAG = '-XX:TieredStopAtLevel=1';

interface StartOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Where the database lives and stays. Default: a temporary folder, gone with the database. */
  readonly home?: string;
  /** Default: random, kept in the home. */
  readonly password?: string;
  /** For tests: starts sooner, runs slower. */
  readonly quick?: boolean;
  /** Settings that differ from the hardened configuration, by their names. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

export interface RunningNeo4j {
  /** `neo4j://127.0.0.1:<port>` */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  readonly home: string;
  /** Of the database's own process. */
  readonly pid: number;
  /** Resolves with the reason when the database ends, asked for or not. */
  readonly ended: Promise<string>;
  /** Ends the database and waits until it is gone, with its home if that was temporary. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts Neo4j 5.26 Community with the hardened configuration and waits until it answers; the first
 * start downloads it.
 *
 * It ends with `stop()`, or with the process that started it, however that ends.
 * @throws `unavailable` when Java or Maven is missing (naming what to install), or when the
 *   database does not answer in time (with the end of its log)
 */
export async function startNeo4j(options: StartOptions = {}): Promise<RunningNeo4j> {
  const { quick = false, log = () => {} } = options;
  const program = await findJava();
  const jars = await fetchNeo4j(log);
  const home = path.resolve(options.home ?? (await mkdtemp(path.join(tmpdir(), 'entente-neo4j-'))));
  const temporary = options.home === undefined;
  try {
    const port = options.port ?? (await findFreePort());
    const password = await keepPassword(home, options.password);
    const flags = [...JAVA_FLAGS, ...(quick ? [QUICK_FLAG] : []), '-cp', path.join(jars, '*')];
    await prepareHome({ home, port, password, java: [program, ...flags], settings: options.settings ?? {} });
    log(`Starting Neo4j in ${home}. This takes a few seconds, up to a minute on a slow machine.`);
    return await launch({ program, flags, home, temporary, port, password });
  } catch (cause) {
    if (temporary) await rm(home, { recursive: true, force: true, maxRetries: 3 });
    throw cause;
  }
}

interface Launch {
  readonly program: string;
  readonly flags: readonly string[];
  readonly home: string;
  readonly temporary: boolean;
  readonly port: number;
  readonly password: string;
}

async function launch({ program, flags, home, temporary, port, password }: Launch): Promise<RunningNeo4j> {
  const conf = path.join(home, 'conf');
  const watcher = fork(
    WATCHER,
    [
      JSON.stringify({
        java: program,
        args: [
          ...flags,
          'org.neo4j.server.CommunityEntryPoint',
          `--home-dir=${home}`,
          `--config-dir=${conf}`,
        ],
        env: { NEO4J_HOME: home, NEO4J_CONF: conf },
        home,
        temporary,
        log: path.join(home, 'logs', 'console.log'),
      }),
    ],
    { detached: true, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  const ended = readEnd(watcher);
  const stop = async () => {
    if (watcher.connected) watcher.disconnect();
    await ended;
  };
  const address = `neo4j://127.0.0.1:${port}`;
  try {
    const pid = await Promise.race([readPid(watcher), ended]);
    if (typeof pid === 'string') throw new EntenteError('unavailable', `Neo4j could not be started: ${pid}.`);
    await waitForBolt({ address, user: 'neo4j', password, ended });
    return { address, user: 'neo4j', password, home, pid, ended, stop };
  } catch (cause) {
    const tail = await readLogTail(home);
    await stop();
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError('unavailable', `${what}${tail}`, { cause });
  }
}

function readPid(watcher: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    watcher.on('message', (message) => {
      if (typeof message === 'object' && 'pid' in message && typeof message.pid === 'number')
        resolve(message.pid);
    });
  });
}

/** The reason comes just before the watcher's own end; without one it was we who ended it. */
function readEnd(watcher: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let why = 'it was stopped';
    watcher.on('message', (message) => {
      if (typeof message === 'object' && 'ended' in message) why = String(message.ended);
    });
    watcher.once('error', (error) => {
      resolve(error.message);
    });
    watcher.once('exit', () => {
      resolve(why);
    });
  });
}
