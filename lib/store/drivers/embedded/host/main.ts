/** The embedded engine's host process: owns the database file, serves clients over a socket, ends when nobody needs it. Arguments: data folder, idle time in ms, memory growth in bytes. */
import type { GrafeoDB } from '@grafeo-db/js';
import { chmodSync, existsSync, mkdirSync, statSync, unlinkSync } from 'node:fs';
import type { Server } from 'node:net';
import { createServer } from 'node:net';

import { exitCodes } from '../exit-codes';
import { connectToHost } from '../host-connection';
import type { HostFiles } from '../host-files';
import { toHostFiles } from '../host-files';
import { createConsoleRuns } from './console-runs';
import { createMutex } from './mutex';
import { openDatabase } from './open-database';
import { breakSeal, DamagedFile, seal } from './seal';
import { serveClient } from './serve-client';
import type { OpeningWatchdog } from './start-watchdog';
import { startWatchdog } from './start-watchdog';
import { createTextIndex } from './text-index';

/** A statement that runs on can hold up an orderly end; the process is then ended by force, which loses nothing that was committed. */
const END_MAX_MS = 3_000;

/** How the engine says that a file is not what it wrote. */
const DAMAGE = /is damaged|invalid file header|checksum/iu;

const [folder = '.', idleMs = '10000', memoryGrowthBytes = '805306368'] = process.argv.slice(2);

await main(toHostFiles(folder), Number(idleMs), Number(memoryGrowthBytes));

async function main(files: HostFiles, idle: number, growth: number): Promise<void> {
  const watchdog = startWatchdog({
    endingFile: files.ending,
    openingFile: files.opening,
    memoryGrowthBytes: growth,
  });
  const create = await loadEngine();
  // The opening blocks this thread, and with it a thread that is still starting.
  await watchdog.ready;
  const { database, mark } = await open(create, files, watchdog);
  const runs = createConsoleRuns(database, { watchdog, endingFile: files.ending });
  const server = createServer();
  const end = (how: 'in-order' | 'at-once') => {
    if (how === 'at-once') process.kill(process.pid, 'SIGKILL');
    runs.endWithin(END_MAX_MS);
    server.close();
    database.close();
    seal(files.database, mark);
    process.exit(exitCodes.done);
  };
  const host = {
    database,
    file: files.database,
    index: createTextIndex(database),
    mutex: createMutex(),
    runs,
    end,
  };
  server.on('connection', (socket) => {
    serveClient(host, socket);
  });
  endWhenIdle(server, idle, end);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      end('in-order');
    });
  }
  await listen(server, files);
  watchdog.endOpening('opened');
}

async function loadEngine(): Promise<typeof GrafeoDB.create> {
  try {
    const engine = await import('@grafeo-db/js');
    return (path) => engine.default.GrafeoDB.create(path);
  } catch (error) {
    return fail(exitCodes.noEngine, error);
  }
}

async function open(
  create: typeof GrafeoDB.create,
  files: HostFiles,
  watchdog: OpeningWatchdog,
): Promise<{ readonly database: GrafeoDB; readonly mark: string }> {
  try {
    if (await isServed(files)) process.exit(exitCodes.done);
    const mark = breakSeal(files.database);
    const database = await openDatabase(create, files, {
      isServed: () => isServed(files),
      onLocked: () => {
        watchdog.endOpening('left');
      },
    });
    return database === undefined ? process.exit(exitCodes.done) : { database, mark };
  } catch (error) {
    return fail(isDamage(error) ? exitCodes.damaged : exitCodes.noDatabase, error);
  }
}

/** Found by our seal, or by the engine. */
function isDamage(error: unknown): boolean {
  return error instanceof DamagedFile || (error instanceof Error && DAMAGE.test(error.message));
}

async function isServed({ socket }: HostFiles): Promise<boolean> {
  try {
    (await connectToHost(socket)).close();
    return true;
  } catch {
    // Nobody answers: the file is held by a host that is just starting or ending.
    return false;
  }
}

function endWhenIdle(server: Server, idle: number, end: (how: 'in-order') => void): void {
  let clients = 0;
  const startWaiting = () =>
    setTimeout(() => {
      end('in-order');
    }, idle);
  let waiting = startWaiting();
  server.on('connection', (socket) => {
    clients += 1;
    clearTimeout(waiting);
    socket.on('close', () => {
      clients -= 1;
      if (clients === 0) waiting = startWaiting();
    });
  });
}

/** Only this process holds the database, so a socket file that is there belongs to a host that is gone. */
async function listen(server: Server, { socket, socketFolder }: HostFiles): Promise<void> {
  if (socketFolder !== undefined) {
    mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
    if (statSync(socketFolder).uid !== process.getuid?.())
      throw new Error(`${socketFolder} belongs to somebody else.`);
    if (existsSync(socket)) unlinkSync(socket);
    process.umask(0o177);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  if (socketFolder !== undefined) chmodSync(socket, 0o600);
}

function fail(code: number, error: unknown): never {
  process.stderr.write(
    `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(code);
}
