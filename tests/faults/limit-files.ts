import { execFileSync } from 'node:child_process';

/**
 * Lets no file of a running process grow beyond so many bytes: writing fails then, as on a disk that is full. Needs no privilege,
 * since only the soft limit changes.
 */
export function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
}
