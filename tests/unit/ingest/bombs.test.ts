import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readInput } from './read-input';

const MEGABYTE = 1024 * 1024;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-bombs-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Writes `start` and then a chunk many times, packed if the name says so. */
async function write(
  name: string,
  start: string,
  [chunk, times]: readonly [Buffer, number],
): Promise<string> {
  const file = path.join(folder, name);
  const parts = (function* () {
    yield Buffer.from(start);
    for (let at = 0; at < times; at += 1) yield chunk;
  })();
  const target = createWriteStream(file);
  if (name.endsWith('.gz')) await pipeline(Readable.from(parts), createGzip(), target);
  else await pipeline(Readable.from(parts), target);
  return file;
}

/** Bytes of memory that something took. */
async function measure(work: () => Promise<unknown>): Promise<{ bytes: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 10);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return { bytes: Math.max(most, process.memoryUsage().rss) - before };
}

const HEADER = 'subject,relation,object\n';
const ROW = 'Ana,met,Bo\n';

describe('a bomb', () => {
  it.each([
    ['of one line', '\0', 1024],
    ['of empty lines', '\n', 128],
    ['of rows', ROW, 128],
  ])('%s, a thousand times its size, is refused at once in flat memory', async (name, text, times) => {
    const chunk = Buffer.alloc(MEGABYTE, text);
    const file = await write(`${name}.csv.gz`, HEADER + ROW, [chunk, times]);
    expect((await stat(file)).size).toBeLessThan(times * 0.006 * MEGABYTE);

    const took = await measure(() =>
      expect(readInput(file)).rejects.toThrow(/more than 200 times its size/u),
    );

    expect(took.bytes).toBeLessThan(100 * MEGABYTE);
  });

  it('that is a line of 500 megabytes costs that row, in flat memory', async () => {
    const file = await write('line.csv', HEADER + ROW, [Buffer.alloc(MEGABYTE, 'x'), 500]);

    const took = await measure(async () => {
      const { rejects, triples } = await readInput(file);
      expect(triples).toHaveLength(1);
      expect(rejects).toMatchObject([{ line: 3, reason: expect.stringContaining('longer than') }]);
    });

    expect(took.bytes).toBeLessThan(100 * MEGABYTE);
  });

  it('that is a header of 500 megabytes is refused at once', async () => {
    const file = await write('header.csv', '', [Buffer.alloc(MEGABYTE, 'x,'), 500]);

    const took = await measure(() => expect(readInput(file)).rejects.toThrow(/the header cannot be read/u));

    expect(took.bytes).toBeLessThan(100 * MEGABYTE);
  });

  it('is not seen in an honest file that is packed well', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `Person ${at % 500},met,Person ${at % 37}\n`).join(
      '',
    );
    const file = await write('honest.csv.gz', HEADER, [Buffer.from(rows), 4]);

    const { triples, rejects } = await readInput(file);

    expect([triples.length, rejects.length]).toEqual([80_000, 0]);
  });
});
