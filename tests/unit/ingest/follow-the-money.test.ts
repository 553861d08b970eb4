import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf } from './read-files';
import { fixture, readInput, type ReadInput } from './read-input';
import { noticesOf, readText } from './read-written';

const harbour = fixture('ftm/harbour.ftm.json');
const vocabulary = { baseVocabulary: 'graph-data/vocabulary.csv' };

describe('entities of FollowTheMoney', () => {
  it('are known by their content, whatever their name', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-ftm-'));
    try {
      const file = path.join(folder, 'things.csv');
      await copyFile(harbour, file);

      expect((await readInput(file)).input.format).toBe('follow-the-money');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('keep their ids where they can, with names, other names, kinds and Wikidata', async () => {
    const { items } = await readInput(harbour, vocabulary);

    const entities = items.flatMap((item) =>
      item.kind === 'entity' && item.entry.declared ? [item.entry.entity] : [],
    );
    expect(entities).toMatchObject([
      {
        id: 'ana-1',
        name: 'Ana Lima',
        kind: 'person',
        aliases: ['Ana Maria Lima', 'A. Lima', '安娜'],
        sameAs: 'https://www.wikidata.org/wiki/Q1',
      },
      { name: 'Harbour Ltd', kind: 'organisation', description: 'A made-up company.' },
      { id: 'ship-1', name: 'The Gull', kind: 'thing' },
      { id: 'addr-1', name: '1 Quay, Porto', kind: 'place' },
      { id: 'bo-1', name: 'Bo Chen', kind: 'person' },
      { name: '=1+1' },
    ]);
    expect(entities[1]?.id).toMatch(/^e-[0-9a-f]{20}$/u);
    expect(entities[5]?.id).toMatch(/^e-[0-9a-f]{20}$/u);
  });

  it('give a relation for each pair that a link joins, and for things that name things', async () => {
    const { items } = await readInput(harbour, vocabulary);

    const told = items.flatMap((item) =>
      item.kind === 'triple'
        ? [
            `${item.wording.subject} ${item.wording.label} ${item.wording.object} (${item.triple.relation.about ?? ''})`,
          ]
        : [],
    );
    expect(told).toEqual([
      'Ana Lima is located in 1 Quay, Porto ()',
      'Ana Lima owns Harbour Ltd (sole owner)',
      'Ana Lima owns The Gull (sole owner)',
      'Ana Lima is family of Bo Chen (cousin)',
      'Harbour Council imposed sanctions on Bo Chen (Boats)',
    ]);
    expect(items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []))).toMatchObject([
      { type: 'OWNS', symmetric: false },
      { type: 'FAMILY_OF', symmetric: true },
    ]);
  });

  it('bring dates, and what they say of their source as a passage', async () => {
    const { items, triples } = await readInput(harbour, vocabulary);

    const owns = triples.find(({ relation }) => relation.type === 'OWNS');
    const [document] = items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
    const [passage] = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));
    expect(owns?.relation.when).toEqual({ start: '2019', end: '2021-03', precision: 'year' });
    expect(document).toMatchObject({ url: 'https://example.org/register', publisher: 'Harbour Register' });
    expect(passage?.text).toBe('Ana Lima owns the harbour company 🙂.');
    expect(owns?.evidence).toMatchObject({ passage: passage?.id, start: 0, end: 36 });
    expect(triples.at(-1)?.evidence).toMatchObject({ file: 'harbour.ftm.json', line: 8 });
  });

  it('are refused one by one, with line and reason', async () => {
    const { rejects } = await readInput(harbour, vocabulary);

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [12, 'id', "the id 'bo-1' is that of another record already; join the two"],
      [13, 'name', 'it contains a NUL character; remove it'],
      [15, 'name', 'it contains half a character (a lone surrogate); correct the text'],
      [9, 'subject', "there is no record 'gone-1' of a person or thing in the file; add it"],
      [10, 'organization', 'the Membership does not say its organization'],
      [14, '', expect.stringMatching(/^it is not JSON/u)],
    ]);
  });

  it('say what of them is not read', async () => {
    const { input } = await readInput(harbour, vocabulary);

    expect(input.notices()).toEqual([
      'Records that are neither a thing nor join two: Passport (1).',
      'Not read from the records: Ownership.percentage (1), Person.__proto__ (1), Person.country (1), Vessel.flag (1), target (1).',
      "In 1 row the start is left out, since there is no such day: '2023-02-30' (line 8).",
    ]);
  });
});

/** Sentences, each with the document that says it. */
function saidOf(read: ReadInput) {
  const titles = new Map(documentsOf(read).map(({ id, title }) => [id, title]));
  return read.items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { relation, evidence } = item.triple;
    const said = evidence.document && titles.get(evidence.document);
    return [[`${subject} ${label} ${object}`, relation.when?.start, said]];
  });
}

const HEADER =
  'canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,external,first_seen,last_seen,id';
const STATED = [
  'own,b-3,startDate,date,Ownership,2021,beta,,,,f,2024-01-01,2024-02-01,s9',
  'eva,a-1,name,name,LegalEntity,Eva Rask,alpha,,,,f,2024-01-01,2024-02-01,s1',
  'own,a-3,owner,entity,Ownership,a-1,alpha,,,,f,2024-01-01,2024-02-01,s3',
  'own,a-3,asset,entity,Ownership,quay,alpha,,,,f,2024-01-01,2024-02-01,s4',
  'own,a-3,startDate,date,Ownership,2019,alpha,,,,f,2024-01-01,2024-02-01,s5',
  'eva,b-1,name,name,Person,E. Rask,beta,,,,f,2024-01-01,2024-02-01,s2',
  'eva,b-1,alias,name,Person,Mallory,gamma,,,,t,2024-01-01,2024-02-01,s6',
  'quay,quay,name,name,Company,Quay Ltd,alpha,,,,f,2024-01-01,2024-02-01,s7',
  'quay,quay,id,checksum,Company,f00d,alpha,,,,f,2024-01-01,2024-02-01,s8',
];

describe('statements of FollowTheMoney', () => {
  it('are put together by canonical id, in whatever order, and each dataset says it with its own dates', async () => {
    const read = await readText('statements.csv', [HEADER, ...STATED, ''].join('\n'), vocabulary);

    expect(read.input.format).toBe('follow-the-money');
    expect(entitiesOf(read).map(({ id, name, kind, aliases }) => [id, name, kind, aliases])).toEqual([
      ['eva', 'Eva Rask', 'person', ['E. Rask']],
      ['quay', 'Quay Ltd', 'organisation', []],
    ]);
    expect(saidOf(read)).toEqual([
      ['Eva Rask owns Quay Ltd', '2021', 'beta'],
      ['Eva Rask owns Quay Ltd', '2019', 'alpha'],
    ]);
    expect(noticesOf(read)).toContain('Statements that are only candidates (external), and are not read: 1.');
    expect(noticesOf(read)).toContain('Not read from the statements: first_seen (7), last_seen (7).');
  });

  it('may be packed, or lines of JSON, and one that is none is refused alone', async () => {
    const packed = [
      'entity_id,prop,value,dataset,lang,original_value,origin,external,first_seen,last_seen,id',
      'eva,Person:name,Eva Rask,alpha,,,,f,,,s1',
      'quay,Company:name,Quay Ltd,alpha,,,,f,,,s2',
      'post,Directorship:director,eva,alpha,,,,f,,,s3',
      'post,Directorship:organization,quay,alpha,,,,f,,,s4',
      ',Person:name,Nobody,alpha,,,,f,,,s5',
    ];
    const keys = packed[0]?.split(',') ?? [];
    const lines = packed
      .slice(1)
      .map((row) => JSON.stringify(Object.fromEntries(row.split(',').map((cell, at) => [keys[at], cell]))));

    for (const [name, text] of [
      ['p.csv', packed.join('\n')] as const,
      ['p.jsonl', lines.join('\n')] as const,
    ]) {
      const read = await readText(name, text, vocabulary);

      expect(saidOf(read)).toEqual([['Eva Rask is a director of Quay Ltd', undefined, 'alpha']]);
      expect(read.rejects.map(({ reason }) => reason)).toEqual([
        'it is no statement: it has no entity_id, prop or value',
      ]);
    }
  });
});

describe('entities of FollowTheMoney within each other', () => {
  it('are read once each, and a link need not name the thing that it stands in', async () => {
    const quay = { id: 'quay', schema: 'Company', properties: { name: ['Quay Ltd'] } };
    const owns = (properties: object) => ({
      id: 'own',
      schema: 'Ownership',
      datasets: ['alpha', 'beta'],
      properties,
    });
    const eva = (inner: object) => ({
      id: 'eva',
      schema: 'Person',
      properties: { name: ['Eva Rask'], ...inner },
    });
    const lines = [
      eva({
        addressEntity: [{ id: 'pier', schema: 'Address', properties: { full: ['1 Pier'] } }],
        ownershipOwner: [owns({ asset: [quay] })],
      }),
      {
        ...quay,
        properties: { ...quay.properties, ownershipAsset: [owns({ owner: [eva({})], asset: ['quay'] })] },
      },
    ];
    const read = await readText(
      'targets.nested.json',
      lines.map((line) => JSON.stringify(line)).join('\n'),
      vocabulary,
    );

    expect(entitiesOf(read).map(({ name }) => name)).toEqual(['Eva Rask', '1 Pier', 'Quay Ltd']);
    expect(saidOf(read)).toEqual([
      ['Eva Rask is located in 1 Pier', undefined, undefined],
      ['Eva Rask owns Quay Ltd', undefined, 'alpha'],
      ['Eva Rask owns Quay Ltd', undefined, 'beta'],
    ]);
    expect([read.rejects, read.input.notices()]).toEqual([[], []]);
  });
});
