import { describe, expect, it } from '@jest/globals';

import { fixture, readInput, type ReadInput } from './read-input';

function sentencesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'triple'
      ? [`${item.wording.subject} ${item.triple.relation.type} ${item.wording.object}`]
      : [],
  );
}

function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'entity' && item.entry.declared ? [item.entry.entity] : []));
}

function refusalsOf({ rejects }: ReadInput) {
  return rejects.map(({ line, column, reason }) => [line, column, reason]);
}

describe('a graph of Neo4j as JSON', () => {
  const harbour = fixture('apoc-json/harbour.json');

  it('gives nodes as entities, with their kinds from labels, and relationships as relations', async () => {
    const read = await readInput(harbour);

    expect(read.input.format).toBe('apoc-json');
    expect(entitiesOf(read)).toMatchObject([
      { name: 'Ana Lima', kind: 'person', aliases: ['A. Lima', '安娜'] },
      { name: 'Harbour Ltd', kind: 'organisation' },
      { name: '=1+1', kind: 'thing' },
    ]);
    expect(sentencesOf(read)).toEqual(['Ana Lima PRAISED Harbour Ltd', 'Ana Lima ROWED_FOR Harbour Ltd']);
  });

  it('takes the words of a relationship as its passage, and its date', async () => {
    const { items, triples } = await readInput(harbour);

    const [passage] = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));
    expect(passage?.text).toBe('Ana Lima praised Harbour Ltd 🙂.');
    expect(triples[0]).toMatchObject({
      relation: { when: { start: '2023-05-19' } },
      evidence: { passage: passage?.id, start: 0, end: 31 },
    });
    expect(triples[1]?.evidence).toMatchObject({ file: 'harbour.json', line: 4 });
  });

  it('refuses bad records one by one', async () => {
    expect(refusalsOf(await readInput(harbour))).toEqual([
      [6, 'id', "the id '1' is that of another node already"],
      [9, 'name', 'it contains a NUL character; remove it'],
      [5, 'object', "there is no node '7' that could be used; add it or mend the edge"],
      [7, '', 'it is neither a node nor a relationship; its type has to say which'],
      [8, '', expect.stringMatching(/^it is not JSON/u)],
    ]);
  });

  it('tells which properties are not read', async () => {
    expect((await readInput(harbour)).input.notices()).toEqual([
      'Not read of the nodes: born (1), home (1).',
      'Not read of the edges: weight (1).',
    ]);
  });
});

describe('tables for the importer of Neo4j', () => {
  const folder = fixture('neo4j-admin-csv');

  it('are read with their nodes, whose headers may stand in files of their own', async () => {
    const read = await readInput(folder);

    expect(read.input).toMatchObject({ format: 'neo4j-admin-csv', dataset: 'neo4j-admin-csv' });
    expect(entitiesOf(read)).toMatchObject([
      { name: 'Harbour Ltd', kind: 'organisation' },
      { name: 'Ana Lima', kind: 'person', aliases: ['A. Lima', '安娜'] },
      { name: 'Chen, Bo', kind: 'person' },
    ]);
    expect(sentencesOf(read)).toEqual(['Ana Lima WORKED_FOR Harbour Ltd']);
    expect(read.triples[0]?.evidence).toMatchObject({ file: 'neo4j-admin-csv/works.csv', line: 2 });
  });

  it('are found from the table of the relationships as well', async () => {
    const read = await readInput(fixture('neo4j-admin-csv/works.csv'));

    expect(sentencesOf(read)).toEqual(['Ana Lima WORKED_FOR Harbour Ltd']);
  });

  it('keep ids of different groups apart and refuse bad rows one by one', async () => {
    expect(refusalsOf(await readInput(folder))).toEqual([
      [3, 'id', "the id 'Company:1' is that of another node already"],
      [3, 'start', "date '2023-02-30' does not exist"],
      [4, 'subject', "there is no node 'Person:3' that could be used; add it or mend the edge"],
      [5, '', expect.stringMatching(/^the row has 6 cells and the header 5/u)],
    ]);
  });

  it('tell what is not read', async () => {
    expect((await readInput(folder)).input.notices()).toEqual([
      "Not read, since no header of Neo4j's importer goes with them: notes.csv.",
      'Not read of the nodes: born (1).',
    ]);
  });
});
