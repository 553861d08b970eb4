/** Who runs and how much memory it has taken, from /proc; where there is none, nobody is found and nothing is measured. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly args: readonly string[];
}

const BYTES_PER_KIB = 1024;
const GRACE_MS = 20_000;
const LOOK_MS = 20;

/** Every process that can be seen; those that have ended and wait to be collected are left out. */
export function readProcesses(): readonly ProcessEntry[] {
  return readPids().flatMap((pid) => {
    const stat = readStat(pid);
    if (stat === undefined || stat.state === 'Z') return [];
    const args = (tryRead(`/proc/${pid}/cmdline`) ?? '').split('\0').slice(0, -1);
    return [{ pid, parent: stat.parent, args }];
  });
}

/** A process and all that it started, those again, and so on. */
export function findTree(root: number): readonly ProcessEntry[] {
  const all = readProcesses();
  const found = all.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found;
}

/** Bytes of a process's resident memory at its highest so far. */
export function readPeakMemory(pid: number): number | undefined {
  const kib = /^VmHWM:\s+(\d+) kB$/mu.exec(tryRead(`/proc/${pid}/status`) ?? '')?.[1];
  return kib === undefined ? undefined : Number(kib) * BYTES_PER_KIB;
}

/** Asks a process to end, ends it by force when it does not, and waits until it is gone. */
export async function endProcess(pid: number): Promise<void> {
  const deadline = Date.now() + GRACE_MS;
  signal(pid, 'SIGTERM');
  while (isAlive(pid)) {
    if (Date.now() > deadline) signal(pid, 'SIGKILL');
    await wait(LOOK_MS);
  }
}

function isAlive(pid: number): boolean {
  return signal(pid, 0) && readStat(pid)?.state !== 'Z';
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    // It is gone, which is what is wanted.
    return false;
  }
}

function readPids(): readonly number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** The program's name stands in brackets and may hold anything, so the fields are counted from behind it. */
function readStat(pid: number): { readonly state: string; readonly parent: number } | undefined {
  const text = tryRead(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const [state = '', parent = '0'] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state, parent: Number(parent) };
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
