import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { findFreePort } from './find-free-port';
import { keepPassword } from './keep-password';
import { runProgram } from './run-program';
import type { RunningNeo4j } from './start-neo4j';
import { waitForBolt } from './wait-for-bolt';

const FILE = path.join(import.meta.dirname, 'compose.yaml');

interface ComposeOptions {
  readonly port?: number;
  /** Where the password is kept; the data is in a volume of Docker's. */
  readonly home: string;
  readonly log: (line: string) => void;
}

/** Whether a Docker daemon with compose answers. */
export async function hasDocker(): Promise<boolean> {
  const daemon = await runProgram('docker', ['info'], { timeoutMs: 10_000 });
  if (daemon.code !== 0) return false;
  const compose = await runProgram('docker', ['compose', 'version'], { timeoutMs: 10_000 });
  return compose.code === 0;
}

/**
 * Starts the official image with the hardened configuration and waits until it answers.
 * @throws `unavailable` when it does not
 */
export async function startCompose({ port, home, log }: ComposeOptions): Promise<Omit<RunningNeo4j, 'pid'>> {
  const boltPort = port ?? (await findFreePort());
  const password = await keepPassword(home);
  const address = `neo4j://127.0.0.1:${boltPort}`;
  const compose = (...args: string[]) =>
    runProgram('docker', ['compose', '--file', FILE, ...args], {
      env: { NEO4J_PORT: String(boltPort), NEO4J_PASSWORD: password },
    });
  const stop = async () => {
    await compose('down');
  };
  /** Docker restarts or reports a container by itself; here it ends only when it is stopped. */
  const ended = new Promise<string>(() => {});
  log(
    'Starting Neo4j with Docker. This takes half a minute; the first time it also downloads the image, 350 MB.',
  );
  const { code, output } = await compose('up', '--detach');
  if (code !== 0) {
    throw new EntenteError('unavailable', `Docker could not start Neo4j. It says:\n${output.slice(-2000)}`);
  }
  try {
    await waitForBolt({ address, user: 'neo4j', password, ended });
  } catch (cause) {
    const logs = await compose('logs', '--tail', '15', '--no-color');
    await stop();
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError('unavailable', `${what}\nIts log ends with:\n${logs.output}`, { cause });
  }
  return { address, user: 'neo4j', password, home, ended, stop };
}
