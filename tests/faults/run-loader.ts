/** The loader as a process of its own, to be disturbed. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

import { z } from 'zod';

import type { Ground } from './ground';

const ROOT = path.join(__dirname, '..', '..');

const Counts = z.object({
  entities: z.int(),
  relations: z.int(),
  evidence: z.int(),
  passages: z.int(),
  documents: z.int(),
});

const Report = z.object({
  read: z.int(),
  created: Counts,
  unchanged: z.int(),
  rejected: z.int(),
  rejectsFile: z.string().nullish(),
  failures: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

const Said = z.union([
  z.object({ opened: z.literal(true) }),
  z.object({ rows: z.int() }),
  z.object({ report: Report }),
]);

export interface LoaderRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The rows that the loader said were stored. */
  readonly acknowledged: number;
  /** The most rows between two acknowledgements. */
  readonly largestBatch: number;
  readonly report: z.infer<typeof Report> | undefined;
  readonly err: string;
}

export interface Loader {
  readonly child: ChildProcess;
  /** Resolves when so many rows are acknowledged, or the loader has ended. */
  until(rows: number): Promise<void>;
  readonly ended: Promise<LoaderRun>;
}

/** Starts a loader that tells what it has stored so far. */
export function startLoader(ground: Pick<Ground, 'env'>, dataset: string): Loader {
  const child = spawnLoader(ground, 'tests/faults/load-child.ts', [dataset]);
  const waiting: { rows: number; resolve: () => void }[] = [];
  let run: LoaderRun = noRun;
  const wake = (rows: number) => {
    for (const each of waiting) if (each.rows <= rows) each.resolve();
  };
  const ended = follow(child, (line) => {
    const said = Said.parse(JSON.parse(line));
    if ('report' in said) run = { ...run, report: said.report };
    if ('opened' in said) wake(0);
    if (!('rows' in said)) return;
    const batch = said.rows - run.acknowledged;
    run = { ...run, acknowledged: said.rows, largestBatch: Math.max(run.largestBatch, batch) };
    wake(said.rows);
  }).then((end) => {
    wake(Infinity);
    return { ...run, ...end };
  });
  return {
    child,
    until: (rows) =>
      new Promise((resolve) => {
        waiting.push({ rows, resolve });
      }),
    ended,
  };
}

/** Runs `npm run load` to its end. */
export async function runCommand(
  ground: Pick<Ground, 'env'>,
  args: readonly string[],
  watch?: (child: ChildProcess) => void,
): Promise<LoaderRun> {
  const child = spawnLoader(ground, 'scripts/load.ts', [...args, '--json']);
  watch?.(child);
  let report: LoaderRun['report'];
  const end = await follow(child, (line) => {
    report = Report.parse(JSON.parse(line));
  });
  return { ...noRun, report, ...end };
}

const noRun: LoaderRun = {
  code: null,
  signal: null,
  acknowledged: 0,
  largestBatch: 0,
  report: undefined,
  err: '',
};

function spawnLoader({ env }: Pick<Ground, 'env'>, script: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, INIT_CWD: ROOT },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Hands over whole lines of the output; what a killed process had not finished is none. */
function follow(
  child: ChildProcess,
  onLine: (line: string) => void,
): Promise<Pick<LoaderRun, 'code' | 'signal' | 'err'>> {
  return new Promise((resolve, reject) => {
    let rest = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, err });
    });
  });
}
