import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

const root = path.join(import.meta.dirname, '..', '..');
const ANSWER_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;
const POLL_MS = 100;

interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Takes the server's structured log, a line per request and per console run. */
  readonly logFile: string;
  /** What the server's environment has besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
  /** Resolves when the server has ended, asked for or not. */
  readonly ended: Promise<void>;
  /** Ends the server and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the server of the built pages and waits until it answers; the server's own output goes to
 * the terminal.
 * @throws `unavailable` when the port is taken or the server does not answer
 */
export async function serve({ host, port, logFile, env }: ServeOptions): Promise<RunningServer> {
  await checkPort(host, port);
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'start', '--hostname', host, '--port', String(port)], {
    cwd: root,
    // Its errors stay on the terminal; what a person needs to know is printed once it answers.
    stdio: ['ignore', log, 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    // A group of its own, so that Ctrl-C reaches us alone and the store is closed in order.
    detached: process.platform !== 'win32',
  });
  closeSync(log);
  const ended = once(child, 'exit').then(() => {});
  const server = { origin: toOrigin(host, port), ended, stop: () => stop(child, ended) };
  try {
    await waitForAnswer(child, server.origin);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  return server;
}

async function waitForAnswer(child: ChildProcess, origin: string): Promise<void> {
  const limit = Date.now() + ANSWER_LIMIT_MS;
  for (;;) {
    if (child.exitCode !== null || Date.now() > limit) {
      throw new EntenteError(
        'unavailable',
        `The server on ${origin} did not become ready; see the reason above.`,
      );
    }
    const answer = await fetch(`${origin}/api/health`, {
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}

function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => {
      const why = `Nothing can listen on ${host}:${port} (${cause.message}). Another Entente may run there: stop it, or choose another with PORT=3001 npm start.`;
      reject(new EntenteError('unavailable', why, { cause }));
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

function toOrigin(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
