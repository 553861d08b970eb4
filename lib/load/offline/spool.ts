import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { openAppendFile } from './append-file';
import { hashText } from './hash-text';
import { readLines } from './read-lines';
import type { RecordFields } from './record-fields';

/** A record on disk: one line of JSON. What is undefined comes back as null. */
export type SpoolRecord = readonly (string | number | boolean | null | undefined | readonly string[])[];

/** Records on disk, in heaps by the hash of a key: all records of a key are in one heap, in the order in which they came. */
export interface Spool {
  readonly add: (key: string, record: SpoolRecord) => void;
  /** The heaps that hold anything, each deleted once the next is asked for. Nothing may be added any more. */
  readonly heaps: () => Generator<Heap>;
}

export interface Heap {
  records(): Generator<RecordFields>;
  /** The same records in heaps small enough to hold their keys in memory: itself, or parts by another key (a field's place). */
  divide(field: number): Generator<Heap>;
}

interface SpoolSize {
  readonly heaps: number;
  readonly largestBytes: number;
}

/** A heap of the largest size takes some 100 MB when its records are told apart in memory. */
const SIZE: SpoolSize = { heaps: 256, largestBytes: 32 * 1024 * 1024 };
const HELD_CHARACTERS = 16 * 1024;

/**
 * Creates a spool of heaps on disk with a bounded buffer.
 * @param folder - the folder for the heaps, which is created
 * @param size - the limits of the spool
 */
export function createSpool(folder: string, size: SpoolSize = SIZE): Spool {
  const { addLine, heaps } = createHeaps(folder, size);
  return {
    add: (key, record) => {
      addLine(key, JSON.stringify(record));
    },
    heaps,
  };
}

function createHeaps(folder: string, { heaps: count, largestBytes }: SpoolSize) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = Array.from({ length: count }, (_, index) =>
    openAppendFile(path.join(folder, `${index}.jsonl`), HELD_CHARACTERS),
  );
  function addLine(key: string, line: string): void {
    files[hashText(key) % count]?.write(`${line}\n`);
  }

  function* heaps(): Generator<Heap> {
    for (const file of files) file.flush();
    for (const { path: file } of files) {
      if (!existsSync(file)) continue;
      yield createHeap(file, largestBytes);
      rmSync(file);
    }
  }

  return { addLine, heaps };
}

function createHeap(file: string, largestBytes: number): Heap {
  const heap: Heap = {
    records: function* () {
      for (const line of readLines(file)) yield parse(line);
    },
    divide: function* (field) {
      const { size } = statSync(file);
      if (size <= largestBytes) {
        yield heap;
        return;
      }
      const folder = `${file}.parts`;
      const parts = createHeaps(folder, {
        heaps: 2 * Math.ceil(size / largestBytes),
        largestBytes: Infinity,
      });
      for (const line of readLines(file)) parts.addLine(String(parse(line)[field]), line);
      yield* parts.heaps();
      rmSync(folder, { recursive: true });
    },
  };
  return heap;
}

function parse(line: string): RecordFields {
  const value: unknown = JSON.parse(line);
  if (!Array.isArray(value)) throw new TypeError(`A spooled record is not a list: ${line.slice(0, 200)}`);
  return value;
}
