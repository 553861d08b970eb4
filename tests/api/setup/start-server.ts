import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { openStore } from '@/lib/store/open-store';

import { createFixtureBatch } from './fixture-batch';

const START_LIMIT_MS = 60_000;
const POLL_MS = 50;
const root = process.cwd();
const buildLock = path.join(root, 'node_modules', '.entente-api-build');

export const PASSWORD = 'correct horse battery staple';

export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** The folder of its embedded store. */
  readonly data: string;
  /** All that it has written so far, to either stream. */
  readLog(): string;
  stop(): Promise<void>;
}

/**
 * Starts the built server as `npm start` does, on a free port, over an embedded store of its own
 * that holds the fixture.
 * @param env - additional environment variables
 * @throws when it does not answer
 */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  await buildOnce();
  const data = mkdtempSync(path.join(tmpdir(), 'entente-api-'));
  await fill(data);
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    [nextBin(), 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...withoutOurs(process.env),
        NODE_ENV: 'production',
        PORT: String(port),
        ENTENTE_DATA: data,
        ENTENTE_ADMIN_PASSWORD: PASSWORD,
        ...env,
      },
    },
  );
  let log = '';
  child.stdout.on('data', (text: Buffer) => (log += text.toString()));
  child.stderr.on('data', (text: Buffer) => (log += text.toString()));
  const server: TestServer = {
    origin: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    data,
    readLog: () => log,
    stop: async () => {
      await end(child);
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await waitForAnswer(child, server);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  return server;
}

/** A build that is newer than the sources is kept; of several test files that start at once, one builds and the others wait. */
async function buildOnce(): Promise<void> {
  while (!take(buildLock)) await wait(POLL_MS);
  try {
    await promisify(execFile)(process.execPath, ['scripts/bootstrap.mjs', 'build'], {
      cwd: root,
      env: { ...withoutOurs(process.env), NODE_ENV: 'production' },
      maxBuffer: 10 * 1024 * 1024,
    });
  } finally {
    rmSync(buildLock, { recursive: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EEXIST')
      return false;
    throw cause;
  }
}

async function fill(folder: string): Promise<void> {
  const store = await openStore({ engine: 'embedded', folder });
  try {
    await store.upsert(createFixtureBatch());
  } finally {
    await store.close();
  }
}

async function waitForAnswer(child: ChildProcess, server: TestServer): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (child.exitCode !== null || Date.now() > limit) {
      throw new Error(`The server did not answer. It wrote:\n${server.readLog()}`);
    }
    const isUp = await fetch(`${server.origin}/api/openapi.json`, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(POLL_MS);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function nextBin(): string {
  return path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
}

/** The environment without what would point the server elsewhere. */
function withoutOurs(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(ENTENTE_|NEO4J_|HOST$|PORT$|JEST_)/u.test(name)),
  );
}
