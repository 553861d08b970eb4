import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openInput } from '@/lib/ingest/open-input';

import { makeZip, type ZipEntry } from './make-zip';
import { fixture, readInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-zips-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const PARTS = ['dataset.json', 'entities.csv', 'triples.csv', 'vocabulary.csv', 'documents/news.md'];

async function pack(name: string, entries: readonly ZipEntry[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, makeZip(entries));
  return file;
}

async function packDataset(name: string, top: string): Promise<string> {
  const entries = PARTS.map(async (part) => ({
    name: top + part,
    text: await readFile(path.join(fixture('good'), part)),
  }));
  return pack(name, await Promise.all(entries));
}

const NAMES = ['packed', 'strange', 'hostile'];

/** The temporary folders of the zip files above that are there. */
async function listUnpacked(): Promise<readonly string[]> {
  const homes = (await readdir(tmpdir())).filter((name) => name.startsWith('entente-zip-'));
  const held = homes.map(async (home) => {
    // One of another process may be gone by now.
    const names = await readdir(path.join(tmpdir(), home)).catch(() => []);
    return names.some((name) => NAMES.includes(name)) ? [home] : [];
  });
  return (await Promise.all(held)).flat();
}

describe('a zip file', () => {
  it.each([
    ['with a folder in it', 'harbour/'],
    ['without', ''],
  ])('of a dataset, %s, is the same load as the folder', async (_, top) => {
    const bare = await readInput(fixture('good'));
    const packed = await readInput(await packDataset('packed.zip', top));

    expect(packed.input).toMatchObject({
      format: 'zip',
      dataset: bare.input.dataset,
      load: bare.input.load,
      inputHash: bare.input.inputHash,
    });
    expect(packed.triples).toEqual(bare.triples);
  });

  it('of one file is read as that file, by what is in it', async () => {
    const text = 'subject,relation,object\nAna,met,Bo\nAna,,Bo\n';
    const { input, triples, rejects } = await readInput(
      await pack('one.zip', [
        { name: 'people.csv', text },
        { name: '__MACOSX/._people.csv', text: 'x' },
      ]),
    );

    expect(input.dataset).toBe('people');
    expect(triples[0]?.evidence).toMatchObject({ file: 'people.csv', line: 2 });
    expect(rejects).toMatchObject([{ file: 'one.zip/people.csv', line: 3 }]);
  });

  it('of documents is read as a folder of them', async () => {
    const { items, input } = await readInput(
      await pack('papers.zip', [
        { name: 'a.md', text: '# A\n' },
        { name: 'sub/b.txt', text: 'B, and more.\n' },
      ]),
    );

    expect(input.dataset).toBe('papers');
    expect(items.filter(({ kind }) => kind === 'document')).toHaveLength(2);
  });

  it('leaves nothing behind, also when it cannot be used', async () => {
    const before = await listUnpacked();
    await readInput(await packDataset('packed.zip', ''));
    const file = await pack('strange.zip', [
      { name: 'a.bin', text: 'x' },
      { name: 'b.bin', text: 'x' },
    ]);

    await expect(readInput(file)).rejects.toThrow(/The contents of strange\.zip were not recognised/u);

    expect(await listUnpacked()).toEqual(before);
  });

  it('keeps its files until it is closed', async () => {
    const input = await openInput(await packDataset('packed.zip', ''), {
      findNames: () => Promise.resolve(new Map()),
    });
    const open = await listUnpacked();

    await input.close();

    expect((await listUnpacked()).length).toBe(open.length - 1);
  });

  it.each([
    '../x.csv',
    '../../etc/x.csv',
    'a/../../x.csv',
    'a/../x.csv',
    '..',
    '.',
    './x.csv',
    'a/./x.csv',
    '/x.csv',
    '//x.csv',
    '/etc/passwd',
    'a//x.csv',
    'C:x.csv',
    'C:/x.csv',
    'c:\\x.csv',
    '\\x.csv',
    '..\\x.csv',
    'a\\..\\x.csv',
    '\\\\server\\share',
    'x.csv\0.txt',
    '\0',
    'a\nb.csv',
    'x.csv:stream',
    'con|x',
    'x?.csv',
    'x.csv.',
    'x.csv ',
    'a /x.csv',
    `${'x'.repeat(300)}.csv`,
    `${'a/'.repeat(30)}x.csv`,
  ])('that holds %j is refused, and nothing of it is written', async (name) => {
    const before = await listUnpacked();
    const file = await pack('hostile.zip', [
      { name: 'triples.csv', text: 'subject,relation,object\na,met,b\n' },
      { name, text: 'canary' },
    ]);

    await expect(readInput(file)).rejects.toMatchObject({ name: 'EntenteError', failure: 'invalid' });

    expect(await listUnpacked()).toEqual(before);
    expect(await readdir(folder)).not.toContain('x.csv');
  });

  it.each([
    ['a link', [{ name: 'a.csv', text: '/etc/passwd', mode: 0o120777 }], 'is a link'],
    [
      'a name twice',
      [
        { name: 'a.csv', text: 'x' },
        { name: 'A.CSV', text: 'y' },
      ],
      'twice',
    ],
    [
      'a file that is a folder',
      [
        { name: 'a', text: 'x' },
        { name: 'a/b', text: 'y' },
      ],
      'twice',
    ],
    ['a locked file', [{ name: 'a.csv', text: 'x', isLocked: true }], 'protected by a password'],
  ])('that holds %s is refused', async (_, entries, reason) => {
    await expect(readInput(await pack('odd.zip', entries))).rejects.toThrow(reason);
  });

  it('that is damaged is refused', async () => {
    const bytes = makeZip([{ name: 'a.csv', text: 'subject,relation,object\na,met,b\n' }]);
    const file = path.join(folder, 'damaged.zip');
    await writeFile(file, bytes.subarray(0, bytes.length - 30));

    await expect(readInput(file)).rejects.toThrow(/cannot be unpacked/u);
  });

  it('that unpacks to far more than its size is refused at once', async () => {
    const file = await pack('bomb.zip', [{ name: 'a.csv', text: Buffer.alloc(300_000_000) }]);

    await expect(readInput(file)).rejects.toThrow(/more than 200 times its size/u);
  });
});
