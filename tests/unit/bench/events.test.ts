import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { countNewEvents, makeEvents, withNewEvents, type EventRow } from '@/bench/load/events';
import { prepareRows } from '@/bench/load/prepared-row';
import { eventFormats, writeEvents } from '@/bench/load/write-events';

const ROWS = 250;
let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-bench-test-'));
  file = path.join(folder, 'events.tsv.gz');
  const lines = Array.from({ length: ROWS }, (_, row) => `2018-01-01\tA "${row}"\tMake a visit\tB\ttrain`);
  await writeFile(file, gzipSync(['date\tsource\trelation\ttarget\tsplit', ...lines].join('\n')));
});

afterAll(() => rm(folder, { recursive: true }));

describe('the events of the load bench', () => {
  it('are the same at every call, and all different', async () => {
    const rows = await collect(makeEvents(file, 3 * ROWS + 7));
    expect(rows).toHaveLength(3 * ROWS + 7);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    expect(await collect(makeEvents(file, 3 * ROWS + 7))).toEqual(rows);
    expect(rows[ROWS]).toEqual({
      date: '2019-01-01',
      source: 'A "0" 2',
      relation: 'Make a visit',
      target: 'B 2',
    });
  });

  it('are the file itself when no number is asked for', async () => {
    expect(await collect(makeEvents(file, undefined))).toHaveLength(ROWS);
  });

  it('have one new row behind every hundredth in a changed file, of which nothing was there', async () => {
    const rows = await collect(withNewEvents(makeEvents(file, undefined)));
    const before = await collect(makeEvents(file, undefined));
    const known = new Set(before.map((row) => JSON.stringify(row)));
    expect(rows.filter((row) => !known.has(JSON.stringify(row)))).toHaveLength(countNewEvents(ROWS));
    expect(countNewEvents(ROWS)).toBe(2);
  });

  it('keep their ids when a row comes in between', async () => {
    const first = await writeEvents(path.join(folder, 'a'), eventFormats.tsv, makeEvents(file, undefined));
    const changed = await writeEvents(
      path.join(folder, 'b'),
      eventFormats.tsv,
      withNewEvents(makeEvents(file, undefined)),
    );
    const ids = new Set((await collect(prepareRows(changed.path))).map(({ evidence }) => evidence));
    expect((await collect(prepareRows(first.path))).every(({ evidence }) => ids.has(evidence))).toBe(true);
    expect(ids.size).toBe(changed.rows);
    expect(changed.rows).toBe(first.rows + countNewEvents(first.rows));
  });
});

async function collect<T = EventRow>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
