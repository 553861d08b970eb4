import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { openCameoIndex } from '@/lib/ingest/names/cameo-index';
import { valuesOf } from '@/lib/ingest/rows/read-rows';
import { readVocabulary } from '@/lib/ingest/names/read-vocabulary';

import { fixture, readInput, type ReadInput } from './read-input';

const baseVocabulary = path.join(__dirname, '..', '..', '..', 'graph-data', 'vocabulary.csv');

function read(name: string): Promise<ReadInput> {
  return readInput(fixture(`events/${name}`), { baseVocabulary });
}

/** The types that an input brings, declared or for its rows, by name. */
function typesOf({
  items,
}: ReadInput): ReadonlyMap<string, { label: string; class: string; cameo: string | null }> {
  const entries = items.flatMap((item) => {
    if (item.kind === 'type') return [item.entry];
    return item.kind === 'triple' ? item.triple.types : [];
  });
  return new Map(entries.map(({ type }) => [type.type, type]));
}

describe('a table of events', () => {
  it('has quotation marks that mean nothing', async () => {
    const { input, items } = await read('icews.tsv');

    const names = items.flatMap((item) =>
      item.kind === 'triple' ? [item.wording.subject, item.wording.object] : [],
    );
    expect(input.format).toBe('events');
    expect(names).toEqual(expect.arrayContaining(['Abdul "The Lion" Rahm', '"Harbour" Council']));
    expect(input.notices()).toEqual([
      expect.stringContaining('not read: split'),
      "In 1 row the start is left out, since there is no such day: '2018-02-30' (line 7).",
    ]);
  });

  it('takes CAMEO names to the one type of the base with the same code, or else to a type called as the input calls it', async () => {
    const { triples, ...rest } = await read('icews.tsv');
    const types = typesOf({ triples, ...rest });

    expect(triples.map(({ relation }) => relation.type)).toEqual([
      'APPEALED_TO',
      'USE_CONVENTIONAL_MILITARY_FORCE',
      'STATED',
      'MAKE_OPTIMISTIC_COMMENT',
      'DO_SOMETHING_ELSE',
      'MET',
    ]);
    expect(types.get('USE_CONVENTIONAL_MILITARY_FORCE')).toMatchObject({
      label: 'Use conventional military force',
      cameo: '190',
      class: 'material-conflict',
    });
    expect(types.get('DO_SOMETHING_ELSE')).toMatchObject({ class: 'none', cameo: null });
  });

  it('keeps an event on a day that there is not, and refuses one without a target', async () => {
    const { rejects, triples } = await read('icews.tsv');

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [8, 'object', expect.stringContaining('the object is empty')],
    ]);
    expect(triples.at(-1)?.relation.when).toBeUndefined();
  });

  it('may have the columns of the published event data', async () => {
    const { triples, input } = await read('icews-official.tsv');

    expect(input.columns.map(({ field, column }) => `${field} ← ${column}`)).toEqual([
      'start ← Event Date',
      'subject ← Source Name',
      'relation ← Event Text',
      'object ← Target Name',
    ]);
    expect(triples[0]?.relation).toMatchObject({ type: 'APPEAL_FOR_ECONOMIC_COOPERATION' });
  });
});

describe('an event export of GDELT', () => {
  it('is told by its columns, and says which are read', async () => {
    const { input } = await read('20230501.export.CSV');

    expect(input.format).toBe('gdelt');
    expect(input.columns).toContainEqual({ field: 'place', column: 'ActionGeo_FullName' });
    expect(input.notices()).toEqual([
      expect.stringContaining('NumMentions'),
      'Left out, since a relation is between two: events of one actor: visited (2).',
      "In 1 row the start is left out, since there is no such day: '20231301' (line 6).",
    ]);
  });

  it('gives who did what to whom, on which day and where, and the article that says so', async () => {
    const { triples, items } = await read('20230501.export.CSV');

    expect(items.flatMap((item) => (item.kind === 'triple' ? [item.wording] : []))).toEqual([
      { subject: 'NORTHLAND', label: 'made a statement about', object: 'PRESIDENT (NRDGOV)' },
      { subject: 'POLICE (COP)', label: expect.any(String), object: 'SRD' },
      { subject: 'NORTHLAND', label: 'Use conventional military force', object: 'PRESIDENT (NRDGOV)' },
      { subject: 'NORTHLAND', label: 'Use conventional military force', object: 'PRESIDENT (NRDGOV)' },
    ]);
    expect(triples[0]).toMatchObject({
      relation: { type: 'STATED', when: { start: '2023-05-01' }, place: 'Porto, Northland' },
      evidence: { document: expect.any(String) },
    });
    expect(items.find((item) => item.kind === 'document')).toMatchObject({
      document: { url: 'https://news.example/1' },
    });
  });

  it('refuses what is cut off', async () => {
    const { rejects } = await read('20230501.export.CSV');

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [7, '', expect.stringContaining('2 cells where GDELT has 61')],
    ]);
  });

  it('of version 1 is read as well', async () => {
    const { triples, items } = await read('20130501.v1.CSV');

    expect(triples[0]).toMatchObject({ relation: { place: 'Porto' } });
    expect(items.find((item) => item.kind === 'document')).toMatchObject({
      document: { url: 'https://news.example/1' },
    });
  });
});

describe('CAMEO', () => {
  it('tells 010 from 10, and a root from the branch of the same name', async () => {
    const base = valuesOf(await readVocabulary(baseVocabulary));
    const cameo = await openCameoIndex(baseVocabulary, base);

    expect(cameo.find('010')?.relation).toBe('STATED');
    expect(cameo.find('10')?.relation).toBe('CAMEO_10');
    expect(cameo.find('Demand')?.relation).toBe('DEMANDED');
    expect(cameo.find('210')).toBeUndefined();
    expect(cameo.find('__proto__')).toBeUndefined();
  });
});
