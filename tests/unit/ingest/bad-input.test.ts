import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { fixture, readInput } from './read-input';

/** Line and column of each bad row, and what its reason has to say. */
type Wanted = readonly (readonly [line: number, column: string, reason: string])[];

async function expectRejects(name: string, wanted: Wanted, taken: number): Promise<void> {
  const { rejects, triples } = await readInput(fixture(name));

  expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual(
    wanted.map(([line, column, reason]) => [line, column, expect.stringContaining(reason)]),
  );
  expect(triples).toHaveLength(taken);
}

describe('bad input', () => {
  it('is refused row by row, with line, column and what to do, and the rest is taken', async () => {
    await expectRejects(
      'bad-rows',
      [
        [3, 'type', "'NOT A TYPE' is not allowed here"],
        [4, 'class', 'one of verbal-cooperation'],
        [5, 'symmetric', 'neither yes nor no'],
        [9, 'id', 'is already used in line 2'],
        [10, 'id', "'bad id!' is not allowed here"],
        [11, 'kind', 'one of person, organisation'],
        [12, 'name', 'the name is empty'],
        [3, 'subject', 'the subject is empty'],
        [4, 'relation', 'the relation is empty'],
        [5, 'object', 'the object is empty'],
        [9, 'modality', 'one of actual, future, hypothetical'],
        [10, 'stance', 'one of supports, denies'],
        [11, 'document', "no document 'gazette'; the documents are: news"],
        [15, 'quote', 'it is in paragraph 7'],
        [16, 'quote', 'with other capitals, quotation marks'],
        [17, 'quote', 'nor is it in any other paragraph'],
        [18, 'quote', 'only its beginning, “The Harbour Council praised the”'],
        [19, 'document', 'a paragraph but no document'],
        [20, 'document', 'a quote but no document'],
        [21, '', '2 cells and the header 13'],
        [22, '', '14 cells and the header 13'],
        [23, 'subject', 't1 (twin), t2 (twin)'],
      ],
      8,
    );
  });

  it('in a cell beside the ends leaves the row, and is told with the first examples', async () => {
    const { input } = await readInput(fixture('bad-rows'));

    expect(input.notices()).toEqual(
      expect.arrayContaining([
        "In 1 row the start is left out, since there is no such day: '2023-02-30' (line 6).",
        "In 1 row start and end are left out, since the end is before the start: '2023-05 to 2023-04' (line 7).",
        expect.stringMatching(/^In 1 row the start is left out, since it is not a date in a known format/u),
        "In 1 row the document alone is cited, since there is no number of a paragraph: '' (line 12).",
        "In 2 rows the document alone is cited, since it has no such paragraph: 'two' (line 13), '2' (line 14).",
      ]),
    );
  });

  it('costs a document, and the rows that cite it, but no other', async () => {
    await expectRejects(
      'bad-documents',
      [
        [1, 'published', "date '2023-13-01' does not exist"],
        [3, '', 'paragraph [1] comes after [2]'],
        [3, '', 'number all'],
        [1, '', 'not UTF-8 at byte 6, line 1'],
        [1, 'id', "'name with spaces' is not allowed here"],
        [5, '', 'no paragraph'],
        [3, '', 'the front matter is not YAML'],
        [1, '', 'the front matter has no end'],
        [1, 'id', "the id 'fine' is already that of"],
        [3, 'document', "the document 'gaps' was refused itself"],
      ],
      1,
    );
  });

  it.each<[string, Wanted, number]>([
    ['mostly-utf8.csv', [[4, 'object', 'not UTF-8']], 3],
    ['nul.csv', [[2, 'subject', 'NUL']], 1],
    [
      'quotes.csv',
      [
        [3, '', 'quotation marks do not pair up'],
        [5, '', 'quotation marks do not pair up'],
      ],
      4,
    ],
  ])('of %s costs only the lines at fault', async (name, wanted, taken) => {
    await expectRejects(`files/${name}`, wanted, taken);
  });

  it.each([
    ['nothing-here', 'There is nothing at'],
    ['files/bare.csv/deeper', 'There is nothing at'],
    ['no-triples', 'has no triples.csv'],
    ['broken-info', 'dataset.json is not JSON'],
    ['files/empty.csv', 'is empty; its first line has to name the columns'],
    ['files/header-only.csv', 'has a header and no rows'],
    ['files/missing-column.csv', 'What does each column hold?'],
    ['files/twice.csv', "two columns named 'subject'"],
  ])('%s is refused whole, in a sentence', async (name, message) => {
    await expect(readInput(fixture(name))).rejects.toMatchObject({
      name: 'EntenteError',
      message: expect.stringContaining(message),
    });
  });

  it('may be a line of any length', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-ingest-'));
    const file = path.join(folder, 'long.csv');
    await writeFile(
      file,
      `subject,relation,object\na,met,b\n${'x'.repeat(5_000_000)}\nc,met,"${'\n'.repeat(2_000_000)}\nd,met,e\n`,
    );

    const { rejects, triples } = await readInput(file);
    await rm(folder, { recursive: true });

    expect(rejects.map(({ line, row }) => [line, row.length])).toEqual([
      [3, 200],
      [4, 7],
    ]);
    expect(triples).toHaveLength(2);
  });
});

describe('a file of triples', () => {
  it('takes a byte order mark, CRLF, blank lines, spaced and capital column names, and a line break in a cell', async () => {
    const { triples, rejects } = await readInput(fixture('files/mark-and-crlf.csv'));

    expect(rejects).toEqual([]);
    expect(triples.map(({ evidence }) => evidence.line)).toEqual([2, 5]);
    expect(triples[0]?.entities[1]?.entity.name).toBe('Bob\nBuilder');
  });

  it('takes semicolons', async () => {
    const { triples } = await readInput(fixture('files/semicolons.csv'));

    expect(triples[0]?.entities.map(({ entity }) => entity.name)).toEqual(['Alice', 'Bob, the builder']);
  });

  it('takes names that mean something to JavaScript as data', async () => {
    const { triples, rejects } = await readInput(fixture('files/names.csv'));

    expect(rejects).toEqual([]);
    expect(triples.flatMap(({ entities }) => entities.map(({ entity }) => entity.name))).toEqual([
      '__proto__',
      'toString',
      'hasOwnProperty',
      '__proto__',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('gives two equal rows two pieces of evidence, and the same ones when a line is put before them', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-ingest-'));
    const file = path.join(folder, 'bare.csv');
    await writeFile(
      file,
      'subject,relation,object\nZoe,knows,Bob\nAlice,knows,Bob\nAlice,knows,Bob\nBob,likes,Chess\n',
    );

    const before = await readInput(fixture('files/bare.csv'));
    const after = await readInput(file);
    await rm(folder, { recursive: true });

    const idsOf = ({ triples }: typeof before) => triples.map(({ evidence }) => evidence.id);
    expect(new Set(idsOf(before)).size).toBe(3);
    expect(idsOf(after).slice(1)).toEqual(idsOf(before));
  });

  it('says which columns it does not read', async () => {
    const { input, triples } = await readInput(fixture('files/unknown-column.csv'));

    expect(triples).toHaveLength(1);
    expect(input.notices()).toEqual([expect.stringContaining('not read: weight')]);
  });
});
