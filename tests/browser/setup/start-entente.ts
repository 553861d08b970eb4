import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findFreePort } from '../../../scripts/neo4j/find-free-port';

const START_LIMIT_MS = 180_000;

/**
 * Starts Entente as a first user does, `npm start` in this folder, on a free port and a data folder of its own, and tells the tests
 * what it printed, `ENTENTE_TEST_ORIGIN` and `ENTENTE_TEST_PASSWORD`, and where its store is, `ENTENTE_TEST_DATA`. Returns what ends it and clears up.
 */
export default async function startEntente(): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), 'entente-browser-'));
  const port = await findFreePort();
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...withoutOurs(process.env), PORT: String(port), ENTENTE_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which is ended as a whole, as Ctrl-C in a terminal does.
    detached: true,
  });
  const stop = async () => {
    await end(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const printed = await readUntilReady(child);
    process.env['ENTENTE_TEST_DATA'] = data;
    process.env['ENTENTE_TEST_ORIGIN'] = find(printed, /http:\/\/127\.0\.0\.1:\d+/u);
    process.env['ENTENTE_TEST_PASSWORD'] = find(printed, /password[^:]*: +(\S+)/u);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return stop;
}

function readUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => {
      reject(new Error(`npm start ${why}. It printed:\n${printed}`));
    };
    const timer = setTimeout(() => {
      fail('did not get ready in time');
    }, START_LIMIT_MS);
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes('Stop it with Ctrl-C')) return;
      clearTimeout(timer);
      resolve(printed);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${String(code)}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}

function find(text: string, pattern: RegExp): string {
  const match = pattern.exec(text);
  if (!match) throw new Error(`npm start printed nothing like ${String(pattern)}:\n${text}`);
  return match[1] ?? match[0];
}

/** The environment without what would point Entente elsewhere. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = Object.keys(env).filter((name) => /^(ENTENTE_(?!BROWSER)|NEO4J_|PORT$|HOST$)/u.test(name));
  return { ...env, ...Object.fromEntries(ours.map((name) => [name, undefined])) };
}
