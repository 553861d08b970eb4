import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { detectEncoding } from '@/lib/ingest/bytes/detect-encoding';
import { readText } from '@/lib/ingest/bytes/read-lines';

import { fixture, readInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-encodings-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function namesOf(file: string): Promise<readonly string[]> {
  const { triples, rejects } = await readInput(file);
  expect(rejects).toEqual([]);
  return triples.flatMap(({ entities }) => entities.map(({ entity }) => entity.name));
}

describe('a file in another encoding', () => {
  it.each([
    ['utf-16le.csv', '王毅', 'UTF-16 (little-endian)'],
    ['utf-16be.csv', '王毅', 'UTF-16 (big-endian)'],
    ['utf-16le-unmarked.csv', '王毅', 'UTF-16 (little-endian)'],
    ['utf-16be-unmarked.csv', '王毅', 'UTF-16 (big-endian)'],
    ['windows-1252.csv', 'Société “Générale”', 'windows-1252'],
    ['gb18030.csv', '中国外交部', 'GB18030'],
    ['big5.csv', '中華民國外交部', 'Big5'],
    ['shift-jis.csv', '岸田文雄', 'Shift_JIS'],
    ['euc-kr.csv', '대한민국 정부', 'EUC-KR'],
    ['koi8-r.csv', 'Соединённые Штаты', 'KOI8-R'],
    ['windows-1251.csv', 'Владимир Путин', 'windows-1251'],
  ])('is read, and it is said how: %s', async (name, entity, encoding) => {
    const file = fixture(`encodings/${name}`);
    const { input } = await readInput(file);

    expect(await namesOf(file)).toContain(entity);
    expect(input.notices()).toEqual([expect.stringContaining(`${name} was read as ${encoding}`)]);
  });

  it('is not spoken of when it is UTF-8, with a mark or without', async () => {
    const { input } = await readInput(fixture('encodings/utf-8-marked.csv'));

    expect(await namesOf(fixture('encodings/utf-8-marked.csv'))).toEqual(['王毅', 'José']);
    expect(input.notices()).toEqual([]);
  });

  it('is told by the first letter that is not ASCII, however late it comes', async () => {
    const file = path.join(folder, 'late.csv');
    const rows = 'a,met,b\n'.repeat(100_000);
    await writeFile(file, Buffer.from(`subject,relation,object\n${rows}José,knows,Zoë\n`, 'latin1'));

    expect(await detectEncoding(file)).toMatchObject({ label: 'windows-1252' });
  });

  it('costs a row that does not decode, and no other', async () => {
    const file = path.join(folder, 'broken.csv');
    const text = '王毅,会见,布林肯\n中国外交部,批评了,美国国务院\n李尚福,没有会见,奥斯汀\n'.repeat(20);
    const start = Buffer.from('subject,relation,object\n');
    // 王毅 in GB18030, once with its last byte lost.
    const row = Buffer.from([0xcd, 0xf5, 0x2c, 0x6d, 0x65, 0x74, 0x2c, 0x62, 0xd2, 0x0a]);
    await writeFile(file, Buffer.concat([start, encodeGb18030(text), row, encodeGb18030(text)]));

    const { rejects, triples } = await readInput(file);

    expect(triples).toHaveLength(120);
    expect(rejects).toMatchObject([
      { line: 62, column: 'object', reason: expect.stringContaining('not GB18030') },
    ]);
  });

  it('keeps a replacement character that the author wrote', async () => {
    const file = path.join(folder, 'replacement.csv');
    await writeFile(file, 'subject,relation,object\nJos\ufffd,knows,Zoë\n');

    expect(await namesOf(file)).toEqual(['Jos\ufffd', 'Zoë']);
  });

  it('is unpacked first when it is gzip, whatever its name', async () => {
    const file = path.join(folder, 'packed.csv');
    await writeFile(
      file,
      gzipSync(Buffer.from('\ufeffsubject,relation,object\nJosé,knows,Zoë\n', 'utf16le')),
    );

    expect(await namesOf(file)).toEqual(['José', 'Zoë']);
  });

  it('gives the same text chunk by chunk as at once', async () => {
    const file = path.join(folder, 'long.txt');
    const text = 'a王é𝄞'.repeat(200_000);
    await writeFile(file, text);

    let read = '';
    for await (const chunk of readText(file)) read += chunk;

    expect(read).toBe(text);
  });
});

/** The fixture's own bytes: Node reads GB18030 and does not write it. */
function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from(Array.from(text).flatMap((sign) => bytes.get(sign) ?? [sign.charCodeAt(0)]));
}
