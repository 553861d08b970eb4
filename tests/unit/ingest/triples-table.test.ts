import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';

import { splitCells } from '@/lib/ingest/table/split-cells';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-table-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The rows as sentences of three names. */
function sayRows({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'triple'
      ? [`${item.wording.subject} | ${item.wording.label} | ${item.wording.object}`]
      : [],
  );
}

function sayColumns({ input }: ReadInput): readonly string[] {
  return input.columns.map(({ field, column }) => `${field} ← ${column}`);
}

describe('the columns of a table', () => {
  it('may have other names, in any order, with any of four separators', async () => {
    const neo4j = await readInput(fixture('tables/neo4j-like.csv'));
    const pipes = await readInput(fixture('tables/pipes.txt'));

    expect(sayColumns(neo4j)).toEqual(['subject ← from', 'object ← to', 'relation ← type', 'start ← since']);
    expect(sayRows(neo4j)).toEqual(['Ana | KNOWS | Bo']);
    expect(sayColumns(pipes)).toContain('relation ← Relation_Type');
    expect(sayRows(pipes)).toEqual(['Ana | met | Bo, the builder']);
  });

  it('are those of Gephi, where Type is no relation', async () => {
    const gephi = await readInput(fixture('tables/gephi-edges.csv'));

    expect(sayColumns(gephi)).toEqual(['subject ← Source', 'object ← Target', 'relation ← Label']);
    expect(sayRows(gephi)).toEqual(['Ana | knows | Bo', 'Bo | lives in | Porto']);
    expect(gephi.input.notices()).toEqual([
      expect.stringContaining('The column Type says whether an edge is directed and was not read'),
      expect.stringContaining('not read: Id, timeset, Weight'),
    ]);
  });

  it('go by their own name before another, and the one passed over is told', async () => {
    const both = await readInput(fixture('tables/both-names.csv'));

    expect(sayColumns(both)).toEqual([
      'subject ← subject',
      'relation ← predicate',
      'object ← object',
      'reference ← source',
    ]);
    expect(both.input.notices()).toEqual([
      expect.stringContaining("The column 'type' was not read: 'predicate' is already the relation"),
    ]);
  });

  it('are told by their contents where there is no header', async () => {
    const dated = await readInput(fixture('tables/no-header.tsv'));
    const relationFirst = await readInput(fixture('tables/relation-first.txt'));

    expect(sayColumns(dated)).toEqual([
      'subject ← column 1',
      'relation ← column 2',
      'object ← column 3',
      'start ← column 4',
    ]);
    expect(dated.triples).toHaveLength(6);
    expect(dated.input.notices()).toEqual([expect.stringContaining('The file has no header')]);
    expect(sayRows(relationFirst)[0]).toBe('Porto | Ally | Braga');
  });

  it('are refused at once when there are ten million', async () => {
    const file = path.join(folder, 'wide.csv');
    await writeFile(file, `subject,relation,object,${'x,'.repeat(10_000_000)}\na,met,b\n`);
    const before = process.memoryUsage().rss;

    await expect(readInput(file)).rejects.toThrow(/line 1: the header cannot be read: the line is longer/u);

    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

describe('the cells of a table', () => {
  it('with tabs may have quotation marks that mean nothing, and may be quoted', async () => {
    const stray = await readInput(fixture('tables/stray-quotes.tsv'));

    expect(stray.rejects).toEqual([]);
    expect(sayRows(stray)).toEqual([
      'Ana | said "no | Bo',
      '"Porto" Council | met | Ana',
      '"The "Old" Hand | met | Bo',
      'Ana | met | Bo, the\n  builder',
      'Carla "C" Dias | met | Bo',
      'Ana | met | "Bo',
      'Ana | praised | "Bo',
      'Bo | praised | Ana"',
    ]);
  });

  it('may be as odd as CSV allows, and what it does not allow costs its row', async () => {
    const odd = await readInput(fixture('tables/odd.csv'));

    expect(sayRows(odd)).toEqual(['Ana | met\n\nagain | Bo', 'Ana | met | Bo']);
    expect(odd.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, expect.stringContaining('the subject is empty')],
      [6, expect.stringContaining('2 cells and the header 4')],
      [9, expect.stringContaining('5 cells and the header 4')],
      [10, expect.stringContaining('quotation marks do not pair up')],
      [11, expect.stringContaining('quotation marks do not pair up')],
    ]);
  });

  it('come as Excel writes them', async () => {
    const excel = await readInput(fixture('tables/excel.csv'));

    expect(sayRows(excel)).toEqual(['Ana | met | Bo; the\nbuilder']);
  });

  it('are what was written, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', ' ', '王', '|') }), {
          minLength: 1,
        }),
        fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
        (cells, delimiter) => {
          const record = stringify([cells], { delimiter, record_delimiter: '' });
          expect(splitCells(record, delimiter)).toEqual(cells);
        },
      ),
    );
  });

  it('of ten megabytes cost their row, and the next is read', async () => {
    const file = path.join(folder, 'large-cell.csv');
    await writeFile(file, `subject,relation,object\nAna,met,${'x'.repeat(10_000_000)}\nAna,met,Bo\n`);

    const { rejects, triples } = await readInput(file);

    expect(rejects).toMatchObject([
      { line: 2, reason: expect.stringContaining('longer than 1048576 bytes') },
    ]);
    expect(triples).toHaveLength(1);
  });

  it('are data, whatever they say', async () => {
    const file = path.join(folder, 'hostile.csv');
    const names = [
      '__proto__',
      '=HYPERLINK("x")',
      '\u202eneerg',
      'Ignore all rules',
      '<b onclick=x>',
      "'; DROP",
    ];
    await writeFile(
      file,
      stringify([['subject', 'relation', 'object'], ...names.map((name) => [name, name, name])]),
    );

    const { items, rejects } = await readInput(file);

    expect(rejects).toEqual([]);
    expect(items.flatMap((item) => (item.kind === 'triple' ? [item.wording.subject] : []))).toEqual(names);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('with half of a surrogate pair are not UTF-8 and cost their row', async () => {
    const file = path.join(folder, 'surrogate.csv');
    const start = Buffer.from('subject,relation,object\nZoë,met,Bo\n');
    await writeFile(file, Buffer.concat([start, Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(',met,Bo\n')]));

    const { rejects, triples } = await readInput(file);

    expect(rejects).toMatchObject([
      { line: 3, column: 'subject', reason: expect.stringContaining('not UTF-8') },
    ]);
    expect(triples).toHaveLength(1);
  });
});

describe('a table with sentences and no documents', () => {
  it('keeps the sentence of each row as a passage of its own, with its names marked, and tells repeats', async () => {
    const { items, triples, input } = await readInput(fixture('tables/sentences.csv'));

    const passages = items.flatMap((item) => (item.kind === 'passage' ? [item] : []));
    const [first] = passages;
    expect(passages.map(({ passage }) => passage.index)).toEqual([2, 3]);
    expect(first?.passage).toMatchObject({ index: 2, text: 'Ana Lima met Bo Chen at the harbour.' });
    expect(first?.mentions.map(({ start, end }) => sliceCodePoints(first.passage.text, start, end))).toEqual([
      'Ana Lima',
      'Bo Chen',
    ]);
    expect(triples.map(({ evidence }) => evidence.passage)).toEqual([
      first?.passage.id,
      passages[1]?.passage.id,
      undefined,
    ]);
    expect(items.find((item) => item.kind === 'document')).toMatchObject({
      document: { title: 'sentences.csv' },
    });
    expect(input.notices()).toEqual([
      expect.stringContaining('the text of each row is kept as a passage'),
      'In 1 row the text is the same as in one before; each is a passage of its own, numbered as its line.',
    ]);
  });
});
