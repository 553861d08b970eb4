import { spawn } from 'node:child_process';
import path from 'node:path';

import type { Keeper } from './keeper';
import { endProcess, findTree, readPeakMemory } from './process-table';

export interface MeasuredRun {
  readonly stdout: string;
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Bytes of resident memory at the highest, of the process that does the work. */
  readonly peak: number | undefined;
}

interface MeasuredCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The script whose process does the work; the way there may lead through npm and a shell. */
  readonly script: string;
  /** Exit codes that are an answer. */
  readonly codes: readonly number[];
}

export const ROOT = path.join(import.meta.dirname, '..', '..');
const SAMPLE_MS = 50;
const TREE_EVERY_SAMPLES = 6;
const SHOWN_OUTPUT = 2000;

/** Runs a command to its end. Throws with the end of what it wrote when it fails. */
export async function runMeasured(command: MeasuredCommand, keeper: Keeper): Promise<MeasuredRun> {
  const { program, args, env, script, codes } = command;
  const startedAt = performance.now();
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null);
    });
    child.once('exit', resolve);
  });
  const drop = keeper.keep(() => endTree(child.pid));
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const sampler = samplePeak(child.pid, script);
  const code = await ended;
  const seconds = (performance.now() - startedAt) / 1000;
  const peak = sampler.end();
  await drop();
  if (code !== null && codes.includes(code)) return { stdout: output.stdout, seconds, peak };
  const said = `${output.stdout}\n${output.stderr}`.trim().slice(-SHOWN_OUTPUT);
  throw new Error(`${[program, ...args].join(' ')} ended with ${code ?? 'a signal'}. It says:\n${said}`);
}

/** The highest resident memory of the process that runs the script. The kernel keeps the mark, so only what comes after the last look is missed. */
function samplePeak(root: number | undefined, script: string): { end: () => number | undefined } {
  const pids = new Set<number>();
  let peak: number | undefined;
  let samples = 0;
  const look = () => {
    // Once it is found, nobody else is looked at: that would take from the time that is measured.
    if (root !== undefined && pids.size === 0 && samples % TREE_EVERY_SAMPLES === 0) {
      for (const { pid, args } of findTree(root)) if (args.some((arg) => arg.endsWith(script))) pids.add(pid);
    }
    samples += 1;
    for (const pid of pids) peak = Math.max(peak ?? 0, readPeakMemory(pid) ?? 0);
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    end: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

async function endTree(root: number | undefined): Promise<void> {
  if (root === undefined) return;
  for (const { pid } of [...findTree(root)].reverse()) await endProcess(pid);
}
