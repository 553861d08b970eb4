import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { fixture, readInput } from './read-input';

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
      'Not read of the records: Ownership.percentage (1), Person.__proto__ (1), Person.country (1), Vessel.flag (1), datasets (1), target (1).',
      "In 1 row the start is left out, since there is no such day: '2023-02-30' (line 8).",
    ]);
  });
});
