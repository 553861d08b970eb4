import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { listInputs } from '@/lib/ingest/list-inputs';
import { EntityId } from '@/lib/model/ids';
import type { EntityName } from '@/lib/model/entity-name';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-papers-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const known: readonly EntityName[] = [
  { id: EntityId.parse('ana'), name: 'Ana Lima', aliases: [] },
  { id: EntityId.parse('wang'), name: 'Wang Yi', aliases: ['王毅'] },
];

function entityNames(): AsyncIterable<readonly EntityName[]> {
  return Readable.from([known]);
}

function readPapers(): Promise<ReadInput> {
  return readInput(fixture('papers'), { entityNames });
}

function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}

function textsOf({ items }: ReadInput, document: string): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'passage' && item.passage.document === document ? [item.passage.text] : [],
  );
}

describe('a folder of documents', () => {
  it('gives each its title, from its front matter, its page, its first heading or its name', async () => {
    const papers = await readPapers();

    expect(papers.input).toMatchObject({ dataset: 'papers', format: 'documents' });
    expect(documentsOf(papers)).toEqual([
      { id: 'harbour', title: 'The harbour', author: 'A. Writer', language: 'en' },
      { id: 'latin', title: 'Łódź' },
      { id: 'more-deeper-list', title: 'list' },
      { id: 'more-harbour', title: 'harbour' },
      { id: 'notes-on-rain', title: 'notes on rain' },
      {
        id: 'page',
        title: 'The page',
        author: 'C. Dias',
        language: 'pt',
        published: '2023-05-19',
        url: 'https://news.example/page',
      },
    ]);
  });

  it('reads a page by its blocks, without scripts, menus and what is hidden', async () => {
    expect(textsOf(await readPapers(), 'page')).toEqual([
      'Porto',
      'Ana Lima met Bo Chen in Porto & Braga.',
      'One',
      'Two',
      'three',
      'first',
      'second',
      'a b',
    ]);
  });

  it('reads a page in the encoding that it names', async () => {
    expect(textsOf(await readPapers(), 'latin')).toEqual(['Paweł spotkał Małgorzatę.']);
  });

  it('reads paragraphs of text, and numbers that are none of paragraphs', async () => {
    const papers = await readPapers();

    expect(textsOf(papers, 'harbour')).toEqual([
      'The harbour',
      'Ana Lima met Bo Chen in Porto. It rained.',
      'Later they left.',
    ]);
    expect(textsOf(papers, 'more-deeper-list')).toEqual([
      '[2] Notes that begin with a number.',
      'Ana Lima wrote them.',
    ]);
  });

  it('marks the names that the graph knows, and brings no others', async () => {
    const { items, triples } = await readPapers();

    const marked = items.flatMap((item) =>
      item.kind === 'passage'
        ? item.mentions.map(({ entity, start, end }) => [
            entity,
            sliceCodePoints(item.passage.text, start, end),
          ])
        : [],
    );
    expect(new Set(marked.map(String))).toEqual(new Set(['ana,Ana Lima', 'wang,王毅']));
    expect(triples).toEqual([]);
    expect(items.some(({ kind }) => kind === 'entity')).toBe(false);
  });

  it('says what it did not read, and why', async () => {
    const { input, rejects } = await readPapers();

    expect(input.notices()).toEqual([
      'latin.html was read as iso-8859-2.',
      'Not read, since they describe the folder: LICENSE, README.md.',
      'Not read, since they are neither data nor documents: picture.png.',
    ]);
    expect(rejects).toEqual([
      { file: 'empty.md', line: 1, column: '', reason: expect.stringContaining('no paragraph'), row: '' },
    ]);
  });

  it('tells two of one name apart by their folder, and refuses what cannot be told apart', async () => {
    const twins = path.join(folder, 'twins');
    await mkdir(twins);
    await writeFile(path.join(twins, 'a.md'), 'One.\n');
    await writeFile(path.join(twins, 'a.txt'), 'Two.\n');

    const { rejects, items } = await readInput(twins);

    expect(items.filter(({ kind }) => kind === 'document')).toHaveLength(1);
    expect(rejects).toMatchObject([
      { file: 'a.txt', reason: expect.stringContaining('already that of a.md') },
    ]);
  });
});

describe('a page', () => {
  it('nested a million deep is refused at once', async () => {
    const file = path.join(folder, 'deep.html');
    await writeFile(file, `<html><body>${'<div>'.repeat(1_000_000)}Ana Lima`);

    const { rejects } = await readInput(file);

    expect(rejects).toMatchObject([
      { reason: expect.stringContaining('more than 2000 elements one in another') },
    ]);
  });

  it('goes on behind an image or a break in a part that is hidden', async () => {
    const file = path.join(folder, 'hidden.html');
    await writeFile(file, '<html><body><div hidden>a<br>b<img src=x>c</div><p>seen</p></body></html>');

    expect(textsOf(await readInput(file), 'hidden')).toEqual(['seen']);
  });
});

describe('a text file', () => {
  it('with a paragraph on each line has as many paragraphs', async () => {
    const file = path.join(folder, 'lines.txt');
    await writeFile(file, `${'A long line. '.repeat(30)}\n${'Another line. '.repeat(30)}\nThe end.\n`);

    const { items } = await readInput(file);

    expect(items.flatMap((item) => (item.kind === 'passage' ? [item.line] : []))).toEqual([1, 2, 3]);
  });

  it('is a table where nearly all of its rows are alike, and the odd row is refused', async () => {
    const file = path.join(folder, 'uneven.txt');
    const rows = Array.from(
      { length: 40 },
      (_, at) => `P${at % 7} Ek\tworks_for\tP${(at + 1) % 7} Ek${at === 4 ? '\textra' : ''}`,
    );
    await writeFile(file, rows.join('\n'));

    const { input, triples, rejects } = await readInput(file);

    expect(input.format).toBe('table');
    expect(triples).toHaveLength(39);
    expect(rejects).toMatchObject([{ line: 5 }]);
  });

  it('is read as written where too few of its lines are alike', async () => {
    const file = path.join(folder, 'prose.txt');
    await writeFile(file, 'One, two, three.\nFour, five, six.\nSeven, eight, nine.\nTen and eleven.\n');

    expect((await readInput(file)).input.format).toBe('documents');
  });

  it('of triples is no document', async () => {
    const file = path.join(folder, 'triples.txt');
    await writeFile(file, 'Ana\tmet\tBo\nBo\tmet\tCy\nCy\tmet\tAna\nAna\tmet\tDi\n');

    expect((await readInput(file)).input.format).toBe('table');
  });
});

describe('a folder that is no dataset', () => {
  it('is its files with data, each by itself, and then its documents', async () => {
    const { inputs } = await listInputs(fixture('papers'), undefined);

    expect(inputs.map(({ path: file, isNamed }) => [path.basename(file), isNamed])).toEqual([
      ['data.csv', false],
      ['table.txt', false],
      ['papers', true],
    ]);
  });

  it('is one input where it is a dataset, or where a format is given', async () => {
    expect((await listInputs(fixture('good'), undefined)).inputs).toHaveLength(1);
    expect((await listInputs(fixture('papers'), 'documents')).inputs).toHaveLength(1);
  });

  it('names the files that are neither data nor documents, where nothing else does', async () => {
    const set = path.join(folder, 'set');
    await mkdir(set);
    await writeFile(path.join(set, 'a.csv'), 'subject,relation,object\nAna,met,Bo\n');
    for (const name of ['README.md', 'LICENSE', '1.png', '2.png', '3.png', '4.png', '5.png', '6.png'])
      await writeFile(path.join(set, name), 'x');

    const { inputs, notices } = await listInputs(set, undefined);

    expect(inputs).toHaveLength(1);
    expect(notices).toEqual([
      'Not read, since they describe the folder: LICENSE, README.md.',
      'Not read, since they are neither data nor documents: 1.png, 2.png, 3.png, 4.png, 5.png and 1 more.',
    ]);
  });
});
