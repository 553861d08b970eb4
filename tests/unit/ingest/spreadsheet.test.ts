import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { QuestionError } from '@/lib/ingest/question-error';

import { day, makeXlsx, shared } from './make-xlsx';
import { readInput } from './read-input';
import { noticesOf, sentencesOf } from './read-written';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-books-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function fail(file: string): Promise<unknown> {
  return await readInput(file).catch((error: unknown) => error);
}

/** The temporary folders with sheets of a workbook that are there. */
async function listWritten(name: string): Promise<readonly string[]> {
  const homes = (await readdir(tmpdir())).filter((home) => home.startsWith('entente-sheets-'));
  const held = homes.map(async (home) => {
    // One of another process may be gone by now.
    const files = await readdir(path.join(tmpdir(), home)).catch(() => []);
    return files.some((file) => file.startsWith(name)) ? [home] : [];
  });
  return (await Promise.all(held)).flat();
}

const HEADER = ['subject', 'relation', 'object', 'date'];

describe('a workbook', () => {
  it('is read as a CSV file with the same cells is, and cites the sheet and the row', async () => {
    const rows = [HEADER, ['Ona Reef', 'praised', shared, day(45000)], [], ['Pell Dock', 'met', 'Ona Reef']];
    const read = await readInput(await write('quay.xlsx', makeXlsx({ Talks: rows, Empty: [] })));

    expect(sentencesOf(read)).toEqual(['Ona Reef praised Pell Dock 2023-03-15', 'Pell Dock met Ona Reef']);
    expect(
      read.items.flatMap((item) => (item.kind === 'triple' ? [item.triple.evidence] : [])),
    ).toMatchObject([
      { file: "quay.xlsx, sheet 'Talks'", line: 2 },
      { file: "quay.xlsx, sheet 'Talks'", line: 4 },
    ]);
    expect(read.rejects).toEqual([]);
    expect(read.input).toMatchObject({ dataset: 'quay', title: 'quay.xlsx', format: 'xlsx' });
  });

  it('gives formulas by the value that was kept, merged cells in the first, and breaks in cells as blanks', async () => {
    const formula = { xml: 't="str"><f>CONCATENATE("Ona"," Reef")</f><v>Ona Reef</v>' };
    const rows = [
      HEADER.slice(0, 3),
      [formula, 'works\nfor', 'Pell, Dock &amp; Sons'],
      ['', 'met', 'Nobody'],
    ];
    const read = await readInput(await write('formula.xlsx', makeXlsx({ Talks: rows })));

    expect(sentencesOf(read)).toEqual(['Ona Reef works for Pell, Dock & Sons']);
    expect(read.rejects).toMatchObject([{ line: 3, column: 'subject' }]);
    expect(read.rejects[0]?.file).toBe(path.join(folder, "formula.xlsx, sheet 'Talks'"));
  });

  it('reads each sheet that is a table, and evidence of two sheets is apart', async () => {
    const rows = [HEADER.slice(0, 3), ['Ona Reef', 'met', 'Pell Dock']];
    const read = await readInput(await write('two.xlsx', makeXlsx({ May: rows, June: rows })));

    const evidence = read.triples.map((triple) => triple.evidence);
    expect(evidence.map(({ file }) => file)).toEqual(["two.xlsx, sheet 'May'", "two.xlsx, sheet 'June'"]);
    expect(new Set(evidence.map(({ id }) => id)).size).toBe(2);
  });

  it('takes a sheet of nodes and one of edges for one graph, and tells the third', async () => {
    const book = makeXlsx({
      People: [
        ['id', 'name'],
        [1, 'Ona Reef'],
        [2, 'Pell Dock'],
      ],
      Ties: [
        ['source', 'target', 'type'],
        [1, 2, 'met'],
      ],
      Notes: [['Made by hand']],
    });

    const read = await readInput(await write('graph.xlsx', book));

    expect(sentencesOf(read)).toEqual(['Ona Reef met Pell Dock']);
    expect(read.triples[0]?.evidence).toMatchObject({ file: "graph.xlsx, sheet 'Ties'", line: 2 });
    expect(noticesOf(read)).toContain("graph.xlsx, sheet 'Notes'");
  });

  it('asks about a sheet that nobody understands, by its name, and reads it as a person says', async () => {
    const known = [HEADER.slice(0, 3), ['Ona Reef', 'met', 'Pell Dock']];
    const strange = [
      ['Alpha', 'Beta', 'Gamma'],
      ['Ona Reef', 'praised', 'Quill Bay'],
    ];
    const file = await write('ask.xlsx', makeXlsx({ Known: known, Strange: strange }));

    const error = await fail(file);
    const columns = { subject: 'Alpha', relation: 'Beta', object: 'Gamma' };
    const read = await readInput(file, { mapping: { columns } });

    expect(error).toBeInstanceOf(QuestionError);
    expect(error).toMatchObject({
      message: expect.stringContaining("ask.xlsx, sheet 'Strange': What does each column hold?"),
      question: { columns: ['Alpha', 'Beta', 'Gamma'] },
    });
    expect(sentencesOf(read)).toEqual(['Ona Reef met Pell Dock', 'Ona Reef praised Quill Bay']);
    expect(await listWritten('ask.xlsx')).toEqual([]);
  });

  it('is refused when it unpacks to far more than it is', async () => {
    const bomb = { name: 'xl/media/zeros.xml', text: Buffer.alloc(64 * 1024 * 1024) };
    const file = await write('bomb.xlsx', makeXlsx({ Talks: [HEADER] }, [bomb]));

    expect(await fail(file)).toMatchObject({
      failure: 'invalid',
      message: expect.stringMatching(/200 times its size/u),
    });
  });

  it('is refused when a few cells stand for billions', async () => {
    const far = { xml: 't="inlineStr"><is><t>far</t></is></c><c r="XFD1048576"><v>1</v>' };
    const file = await write('far.xlsx', makeXlsx({ Talks: [[far]] }));

    expect(await fail(file)).toMatchObject({
      failure: 'invalid',
      message: expect.stringContaining('spans more than 20,000,000 cells'),
    });
  });

  it('is refused in words when it is no sound workbook', async () => {
    const file = await write('odd.xlsx', makeXlsx({ Talks: [[{ xml: 't="s"><v>99</v>' }]] }));

    expect(await fail(file)).toMatchObject({
      failure: 'invalid',
      message: expect.stringContaining('cannot be read as a workbook'),
    });
  });
});
