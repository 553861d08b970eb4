import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parquetWriteFile } from 'hyparquet-writer';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

const yard = fixture('graph-rag/yard');

function passagesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'passage' ? [item] : []));
}

/** Sentences with the place that they cite, the words that they quote and what the extractor wrote. */
function toldOf(read: ReadInput) {
  const titles = new Map(
    read.items.flatMap((item) =>
      item.kind === 'document' ? [[item.document.id, item.document.title] as const] : [],
    ),
  );
  const passages = new Map(passagesOf(read).map(({ passage }) => [passage.id, passage]));
  return read.items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { passage: id, statement, start, end } = item.triple.evidence;
    const passage = id && passages.get(id);
    const place = passage && `${titles.get(passage.document) ?? ''} ${passage.index}`;
    const quote = passage && start !== undefined ? sliceCodePoints(passage.text, start, end ?? 0) : undefined;
    return [[`${subject} ${label} ${object}`, place, quote, statement]];
  });
}

function marksOf(read: ReadInput) {
  return passagesOf(read).map(({ passage, mentions }) =>
    mentions.map(({ start, end }) => sliceCodePoints(passage.text, start, end)),
  );
}

describe('tables of GraphRAG', () => {
  it('give each relationship a piece of evidence in each of its texts, and in each document of a text', async () => {
    const read = await readInput(yard);

    expect(read.input.format).toBe('graph-rag');
    expect(toldOf(read).slice(0, 4)).toEqual([
      ['IVO BRAND related to LARK', 'yard.txt 1', undefined, 'Ivo Brand built the Lark'],
      ['IVO BRAND related to LARK', 'copy.txt 1', undefined, 'Ivo Brand built the Lark'],
      ['IVO BRAND related to LARK', 'yard.txt 2', undefined, 'Ivo Brand built the Lark'],
      ['SOUND BANK related to LARK', 'yard.txt 2', undefined, 'The Sound Bank lent money for the Lark'],
    ]);
    expect(read.rejects).toEqual([]);
  });

  it('give claims with stance, modality and dates, at the words that they quote', async () => {
    const read = await readInput(yard);

    expect(toldOf(read).slice(4)).toEqual([
      ['IVO BRAND sabotage of LARK', 'yard.txt 2', 'Brand   sank the Lark.', 'Ivo Brand sank the Lark'],
      ['SOUND BANK lending to IVO BRAND', 'yard.txt 2', "The Sound Bank's money", 'The bank never lent'],
      ['SOUND BANK owning of LARK', 'yard.txt 2', undefined, 'The bank owned the ship'],
    ]);
    expect(
      read.triples
        .slice(4)
        .map(({ relation, evidence }) => [
          relation.modality,
          relation.when?.start,
          relation.when?.end,
          evidence.stance,
        ]),
    ).toEqual([
      ['hypothetical', '1999-03-01', '1999-03-02', 'supports'],
      ['actual', undefined, undefined, 'denies'],
      ['actual', undefined, undefined, 'supports'],
    ]);
  });

  it('mark names in the texts, though the tables have them in capitals', async () => {
    expect(marksOf(await readInput(yard))).toEqual([
      ['Ivo Brand', 'Lark'],
      ['Ivo Brand', 'Lark'],
      ['Sound Bank', 'Lark', 'Lark'],
    ]);
  });

  it('tell what could not be read', async () => {
    const { input } = await readInput(yard);

    expect(input.notices()).toEqual([
      'Chunks that relations name but that are missing: gone (1).',
      'Quotations that are not in their chunk, so the whole chunk is cited: 1.',
      'Claims about a single entity, which state no relation: 1.',
      'Dates that cannot be read, so the relation has none: some day (1).',
      'Not read, since they are not part of it: notes.txt.',
    ]);
  });

  it('are read together when a person names one of them', async () => {
    const [whole, one] = [await readInput(yard), await readInput(path.join(yard, 'relationships.csv'))];

    expect(one.input.load).toBe(whole.input.load);
    expect(one.triples).toEqual(whole.triples);
  });

  it('have the same ids each time', async () => {
    const [first, second] = [await readInput(yard), await readInput(yard)];

    expect(second.triples.map(({ evidence }) => evidence.id)).toEqual(
      first.triples.map(({ evidence }) => evidence.id),
    );
  });
});

describe('tables of GraphRAG as Parquet', () => {
  let home: string;
  let artifacts: string;

  function write(folder: string, name: string, columns: Readonly<Record<string, readonly unknown[]>>): void {
    parquetWriteFile({
      filename: path.join(folder, `${name}.parquet`),
      columnData: Object.entries(columns).map(([column, data]) => ({ name: column, data: [...data] })),
      rowGroupSize: 1,
    });
  }

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'graph-rag-'));
    for (const run of ['20240101-000000', '20240708-161234'])
      mkdirSync(path.join(home, 'output', run, 'artifacts'), { recursive: true });
    writeFileSync(path.join(home, 'settings.yaml'), 'x: 1\n');
    for (const run of ['20240101-000000', '20240708-161234']) {
      artifacts = path.join(home, 'output', run, 'artifacts');
      write(artifacts, 'create_final_relationships', {
        source: ['"TOVE RIIS"', '"TOVE RIIS"'],
        target: ['"SKERRY"', '"NOBODY ELSE"'],
        description: ['She keeps its light', 'Unknown'],
        text_unit_ids: [['a1'], ['a1']],
        human_readable_id: ['0', '1'],
      });
      write(artifacts, 'create_final_entities', {
        name: ['"TOVE RIIS"', '"SKERRY"'],
        type: ['"PERSON"', '"GEO"'],
        description: ['A keeper', 'A rock'],
        human_readable_id: [0n, 1n],
        text_unit_ids: [['a1'], ['a1']],
      });
      write(artifacts, 'create_final_text_units', {
        id: ['a1'],
        text: ['Tove Riis’s light on Skerry.'],
        document_ids: [['d1']],
      });
      write(artifacts, 'create_final_documents', {
        id: ['d1'],
        title: ['light.txt'],
        raw_content: ['Tove Riis’s light on Skerry.'],
        text_unit_ids: [['a1']],
      });
      write(artifacts, 'create_final_community_reports', { title: ['A'] });
    }
  });

  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  it('are read from the last run, in the names of 2024, and earlier runs and reports are told', async () => {
    const read = await readInput(home);

    expect(read.input.format).toBe('graph-rag');
    expect(toldOf(read)).toEqual([
      ['TOVE RIIS related to SKERRY', 'light.txt 1', undefined, 'She keeps its light'],
      ['TOVE RIIS related to NOBODY ELSE', 'light.txt 1', undefined, 'Unknown'],
    ]);
    expect(marksOf(read)).toEqual([['Tove Riis', 'Skerry']]);
    expect(read.items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.kind] : []))).toEqual([
      'person',
      'place',
      'thing',
    ]);
    expect(read.input.notices()).toEqual([
      'Not read, since they are earlier runs: output/20240101-000000/artifacts.',
      'Ends of relations that are not among the entities, known only by their names: 1.',
      'Not read, since they summarise and cite no text: create_final_community_reports.parquet.',
    ]);
  });

  it('are read as the third generation has them, in the folder output of a project', async () => {
    const project = path.join(home, 'project');
    const output = path.join(project, 'output');
    mkdirSync(output, { recursive: true });
    write(output, 'relationships', {
      source: ['A LIMA'],
      target: ['B DAHL'],
      description: ['They met'],
      text_unit_ids: [['t1', 't2']],
    });
    write(output, 'text_units', {
      id: ['t2', 't1'],
      text: ['B Dahl left.', 'A Lima met B Dahl.'],
      document_id: ['d1', 'd1'],
    });
    write(output, 'documents', { id: ['d1'], title: ['a.txt'], text_unit_ids: [['t1', 't2']] });

    const read = await readInput(project);

    expect([read.input.format, read.input.dataset]).toEqual(['graph-rag', 'project']);
    expect(toldOf(read).map(([, place]) => place)).toEqual(['a.txt 1', 'a.txt 2']);
    expect(marksOf(read)).toEqual([['B Dahl'], ['A Lima', 'B Dahl']]);
  });

  it('are refused with their columns where they are other tables, and with a reason where they are damaged', async () => {
    const lone = path.join(home, 'lone');
    mkdirSync(lone);
    write(lone, 'ships', { ship: ['Lark'], year: [1999] });
    writeFileSync(path.join(lone, 'broken.parquet'), 'PAR1 and nothing else of it');

    await expect(readInput(path.join(lone, 'ships.parquet'))).rejects.toThrow(
      /is a Parquet table with the columns ship, year\. Of Parquet only the tables of GraphRAG are read/u,
    );
    await expect(readInput(path.join(lone, 'broken.parquet'))).rejects.toThrow(
      /broken\.parquet cannot be read as Parquet/u,
    );
  });

  it('cite their file where the texts are missing, which is told', async () => {
    const lone = path.join(home, 'relations');
    mkdirSync(lone);
    write(lone, 'relationships', {
      source: ['A LIMA'],
      target: ['B DAHL'],
      description: ['They met'],
      text_unit_ids: [['t1']],
    });

    const { input, triples } = await readInput(path.join(lone, 'relationships.parquet'));

    expect(triples.map(({ evidence }) => [evidence.file, evidence.line, evidence.statement])).toEqual([
      ['relationships.parquet', 1, 'They met'],
    ]);
    expect(input.notices()[0]).toMatch(/^These are relationships of GraphRAG without the texts/u);
  });
});
