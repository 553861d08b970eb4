import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** What the watchdog ends the process by, and where it writes how the opening goes. */
export interface WatchdogOptions {
  readonly endingFile: string;
  readonly openingFile: string;
  readonly memoryGrowthBytes: number;
}

/** The console statements that run, and when the first of them is overdue (milliseconds of the epoch). */
export interface Watch {
  readonly runs: readonly string[];
  readonly overdueAt: number;
}

export interface Watchdog {
  /** Resolves when the watchdog looks. */
  readonly ready: Promise<unknown>;
  tell(watch: Watch): void;
}

/** How the opening has ended for this host: the database is open, or another host opens it. */
export type OpeningEnd = 'opened' | 'left';

/** A watchdog that also writes down how the opening goes, until it is told that it has ended. */
export interface OpeningWatchdog extends Watchdog {
  endOpening(how: OpeningEnd): void;
}

/** A thread does not inherit the loader that runs TypeScript here, so it registers that first. */
const BOOTSTRAP = `const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => { register(); return import(workerData.entry); });`;

export function startWatchdog(options: WatchdogOptions): OpeningWatchdog {
  const worker = startWorker(options);
  worker.unref();
  return {
    ready: once(worker, 'message'),
    tell: (watch) => {
      worker.postMessage(watch);
    },
    endOpening: (how) => {
      worker.postMessage(how);
    },
  };
}

function startWorker(options: WatchdogOptions): Worker {
  const compiled = new URL('./watchdog.mjs', import.meta.url);
  if (existsSync(compiled)) return new Worker(compiled, { workerData: options });
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./watchdog.ts', import.meta.url).href;
  return new Worker(BOOTSTRAP, { eval: true, workerData: { ...options, loader, entry } });
}
