/** A host of the embedded engine whose disk fails when it is told to. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';

import { findHostPid } from './embedded-ground';

const ROOT = path.join(__dirname, '..', '..');
const IDLE_MS = 5_000;
const MEMORY_GROWTH_BYTES = 768 * 1024 * 1024;

export interface FailingHost {
  readonly pid: number;
  /** The next time that something is made to last on the disk fails. */
  readonly failOnce: () => void;
  /** What became of each time, in order: `ok` or `INJECTED`. */
  readonly outcomes: () => readonly string[];
}

/** Compiles the library that makes the disk fail, and returns its file. */
export function compileFault(folder: string): string {
  const library = path.join(folder, 'fail-fsync.so');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, path.join(__dirname, 'fail-fsync.c'), '-ldl']);
  return library;
}

/** Starts a host on a data folder as the driver does, with the fault before it. */
export async function startFailingHost(folder: string, library: string): Promise<FailingHost> {
  await mkdir(folder, { recursive: true });
  const { log } = toHostFiles(folder);
  const trigger = path.join(folder, 'fail-fsync');
  const outcomes = path.join(folder, 'fsync.log');
  const output = openSync(log, 'a', 0o600);
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(path.join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href,
      path.join(ROOT, 'lib/store/drivers/embedded/host/main.ts'),
      folder,
      String(IDLE_MS),
      String(MEMORY_GROWTH_BYTES),
    ],
    {
      cwd: folder,
      stdio: ['ignore', output, output],
      env: {
        LD_PRELOAD: library,
        FAIL_FSYNC_TRIGGER: trigger,
        FAIL_FSYNC_LOG: outcomes,
        TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json'),
        NODE_ENV: 'production',
      },
    },
  );
  closeSync(output);
  while (child.exitCode === null && (await findHostPid(folder)) !== child.pid) await wait(20);
  if (child.exitCode !== null) throw new Error(`The host did not start: ${readFileSync(log, 'utf8')}`);
  return {
    pid: child.pid ?? 0,
    failOnce: () => {
      writeFileSync(trigger, '');
    },
    outcomes: () => (existsSync(outcomes) ? readFileSync(outcomes, 'utf8').trim().split('\n') : []),
  };
}
