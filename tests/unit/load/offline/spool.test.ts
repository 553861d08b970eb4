import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { RecordFields } from '@/lib/load/offline/record-fields';
import { createSpool, type Heap, type Spool } from '@/lib/load/offline/spool';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-spool-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function recordsOf(heaps: Iterable<Heap>): RecordFields[][] {
  return [...mapped(heaps)];
}

/** A heap is gone once the next is asked for. */
function* mapped(heaps: Iterable<Heap>): Generator<RecordFields[]> {
  for (const heap of heaps) yield [...heap.records()];
}

function fill(spool: Spool, keys: number, each: number): void {
  for (let round = 0; round < each; round += 1) {
    for (let key = 0; key < keys; key += 1) spool.add(`key ${key}`, [`key ${key}`, `part ${round}`, round]);
  }
}

describe('a spool', () => {
  it('keeps all records of a key in one heap, in the order in which they came, and loses none', () => {
    const spool = createSpool(folder, { heaps: 7, largestBytes: 1e9 });
    fill(spool, 100, 20);

    const heaps = recordsOf(spool.heaps());

    expect(heaps).toHaveLength(7);
    expect(heaps.flat()).toHaveLength(2_000);
    for (const heap of heaps) {
      for (const key of new Set(heap.map(([key]) => key))) {
        expect(heap.filter(([each]) => each === key).map(([, , round]) => round)).toEqual([
          ...Array(20).keys(),
        ]);
      }
    }
  });

  it('gives texts back as they were, whatever is in them', () => {
    const spool = createSpool(folder);
    const record = ['a\nb\r"\u2028\u0000😀', 1.5, null, true, ['x', ' ']];
    spool.add('k', record);

    expect(recordsOf(spool.heaps())).toEqual([[record]]);
  });

  it('divides a heap that is too large for memory by another field, and each of the parts is whole', () => {
    const spool = createSpool(folder, { heaps: 1, largestBytes: 2_000 });
    fill(spool, 1, 500);

    const parts: RecordFields[][] = [];
    for (const heap of spool.heaps()) parts.push(...mapped(heap.divide(1)));

    expect(parts.length).toBeGreaterThan(5);
    expect(parts.flat()).toHaveLength(500);
    expect(new Set(parts.flatMap((part) => [...new Set(part.map(([, name]) => name))])).size).toBe(500);
  });

  it('leaves nothing on the disk of what has been read', () => {
    const spool = createSpool(folder, { heaps: 3, largestBytes: 500 });
    fill(spool, 10, 10);

    for (const heap of spool.heaps())
      for (const part of heap.divide(1)) expect([...part.records()]).not.toEqual([]);

    expect(readdirSync(folder)).toEqual([]);
  });
});
