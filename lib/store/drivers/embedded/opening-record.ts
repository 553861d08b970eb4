import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import type { HostFiles } from './host-files';
import { isMap } from './protocol';

/** What a host that is opening its database writes down again and again, from a thread that the opening does not block. */
export interface OpeningRecord {
  readonly pid: number;
  /** Processor time of the whole process so far, in ms. */
  readonly cpuMs: number;
  /** How often it has read from the disk. */
  readonly reads: number;
}

/** A record is written anew every 500 ms; one that is older than this was left by a host that is gone or stopped. */
const FRESH_MS = 5_000;

/** The thread that writes the record uses less than this while the opening makes no progress. */
const WORK_MS = 200;

const MEGABYTE = 1_000_000;

export interface OpeningWatch {
  /** Whether a host is opening the database at this moment. */
  readonly isUnderWay: () => boolean;
  /** Whether that host has begun, or has computed or read since this was last true. */
  readonly hasProgressed: () => boolean;
  /** The process that has made progress; undefined as long as none has begun. */
  readonly pid: () => number | undefined;
}

/** Watches from outside how a host opens its database. A process that is stopped or stuck makes no progress. */
export function watchOpening(files: HostFiles): OpeningWatch {
  let last: OpeningRecord | undefined;
  return {
    isUnderWay: () => isFresh(files.opening),
    hasProgressed: () => {
      const record = readRecord(files.opening);
      if (record === undefined) return false;
      const before = last?.pid === record.pid ? last : undefined;
      const progressed =
        before === undefined
          ? isFresh(files.opening)
          : record.cpuMs - before.cpuMs >= WORK_MS || record.reads > before.reads;
      if (progressed) last = record;
      return progressed;
    },
    pid: () => last?.pid,
  };
}

/**
 * Measures a database together with the files it keeps beside its own.
 * @returns the size in MB
 */
export function measureDatabase({ folder, database }: HostFiles): number {
  const name = path.basename(database);
  const bytes = readdirSync(folder)
    .filter((file) => file.startsWith(name))
    .map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.size ?? 0);
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / MEGABYTE);
}

function isFresh(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs < FRESH_MS;
}

function readRecord(file: string): OpeningRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // There is none, or it is being written at this moment.
    return undefined;
  }
  if (!isMap(value)) return undefined;
  return { pid: Number(value['pid']), cpuMs: Number(value['cpuMs']), reads: Number(value['reads']) };
}
