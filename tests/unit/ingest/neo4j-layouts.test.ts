import { describe, expect, it } from '@jest/globals';

import { entitiesOf, readFiles, sentencesOf } from './read-files';

const ANA = { type: 'node', id: '0', labels: ['Person'], properties: { name: 'Ana' } };
const LUND = { type: 'node', id: '1', labels: ['City'], properties: { name: 'Lund' } };
const LIVES = { type: 'relationship', id: '0', label: 'LIVES_IN', start: { id: '0' }, end: { id: '1' } };
const DESCRIBED = {
  ...LIVES,
  start: { id: '0', labels: ['Person'], properties: { name: 'Ana' } },
  end: { id: '1', labels: ['City'], properties: { name: 'Lund' } },
};

describe('a graph of Neo4j as JSON', () => {
  it.each([
    ['a list', [ANA, LUND, LIVES]],
    ['an object of lists', { nodes: [ANA, LUND], rels: [LIVES] }],
    ['relationships that describe their ends', [DESCRIBED, { ...DESCRIBED, id: '1' }]],
    ['nodes that come after what joins them', [DESCRIBED, LUND, ANA]],
  ])('is read as %s', async (_, value) => {
    const read = await readFiles({ 'graph.json': JSON.stringify(value, null, 1) }, 'graph.json');

    expect(read.input.format).toBe('apoc-json');
    expect(read.rejects).toEqual([]);
    expect(new Set(sentencesOf(read))).toEqual(new Set(['Ana LIVES_IN Lund']));
    expect(entitiesOf(read)).toContainEqual(expect.objectContaining({ name: 'Lund', kind: 'place' }));
  });

  it('is read from lines that are relationships alone', async () => {
    const read = await readFiles({ 'rels.json': `${JSON.stringify(DESCRIBED)}\n` }, 'rels.json');

    expect(sentencesOf(read)).toEqual(['Ana LIVES_IN Lund']);
  });
});

describe("tables for Neo4j's importer", () => {
  it('without labels and types take them from groups and names of files, and tell the types', async () => {
    const read = await readFiles({
      'people_0_0.csv': ':ID(Person-ID)|firstName|lastName\n1|Ana|Lima\n2|Bo|Chen\n',
      'cities.csv': ':ID(Place)|name\n1|Lund\n',
      'person_knows_person_0_0.csv': ':START_ID(Person-ID)|:END_ID(Person-ID)\n1|2\n',
      'lives_in.csv': ':START_ID(Person-ID)|:END_ID(Place)\n1|1\n',
      'edges.csv': ':START_ID(Person-ID)|:END_ID(Place)\n2|1\n',
    });

    expect(sentencesOf(read)).toEqual([
      'Bo Chen RELATED_TO Lund',
      'Ana Lima LIVES_IN Lund',
      'Ana Lima KNOWS Bo Chen',
    ]);
    expect(entitiesOf(read).map(({ name, kind }) => [name, kind])).toEqual([
      ['Lund', 'place'],
      ['Ana Lima', 'person'],
      ['Bo Chen', 'person'],
    ]);
    expect(read.notices).toContain(
      "person_knows_person_0_0.csv has no column :TYPE; its relations are named 'knows', after the file.",
    );
    expect(read.notices).toHaveLength(2);
  });
});
