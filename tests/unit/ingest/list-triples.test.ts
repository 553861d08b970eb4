import { describe, expect, it } from '@jest/globals';

import { noticesOf, readText, sentencesOf } from './read-written';

const ANA = { subject: 'Ana', predicate: 'met', object: 'Bo' };
const BO = { head: 'Bo', relation: 'met', tail: 'Cy' };

describe('triples as JSON', () => {
  it.each([
    ['a member of a document', { made: '2024', triples: [ANA, BO] }],
    ['a member of a document, as lists', { triples: [Object.values(ANA), Object.values(BO)] }],
    ['edges that name what they join', { edges: [ANA, { ...ANA, subject: 'Bo', object: 'Cy' }] }],
    ['lists in a list', [[ANA], [], [BO]]],
    [
      'records with a text',
      [
        { text: 'Ana met Bo.', triplets: [ANA] },
        { text: 'Bo met Cy.', triplets: [BO] },
      ],
    ],
  ])('may stand in %s', async (_, value) => {
    const read = await readText('held.json', JSON.stringify(value, null, 1));

    expect(sentencesOf(read)).toEqual(['Ana met Bo', 'Bo met Cy']);
  });

  it('cite the text of the record around them', async () => {
    const read = await readText(
      'lines.jsonl',
      ['Ana met Bo.', 'Bo slept.']
        .map((text, at) => JSON.stringify({ text, title: 'The Paper', triples: at === 0 ? [ANA] : [] }))
        .join('\n'),
    );

    expect(read.items.flatMap((item) => (item.kind === 'passage' ? [item.passage.text] : []))).toEqual([
      'Ana met Bo.',
    ]);
    expect(read.items.flatMap((item) => (item.kind === 'document' ? [item.document.title] : []))).toEqual([
      'The Paper',
    ]);
    expect(noticesOf(read)).toContain('Records without triples, from which nothing is read: 1.');
  });

  it('name whom the record lists by the ids that mean something in it alone', async () => {
    const record = (first: string, second: string) => ({
      entities: [
        { id: 'T1', text: first, type: 'PER' },
        { id: 'T2', text: second, type: 'LOC' },
      ],
      relations: [{ head: 'T1', tail: 'T2', type: 'saw' }],
    });
    const read = await readText(
      'ner.jsonl',
      [record('Ana', 'Lund'), record('Bo', 'Oslo')].map((each) => JSON.stringify(each)).join('\n'),
    );

    expect(sentencesOf(read)).toEqual(['Ana saw Lund', 'Bo saw Oslo']);
    expect(
      new Set(read.triples.flatMap(({ entities }) => entities.map(({ entity }) => entity.kind))),
    ).toEqual(new Set(['person', 'place']));
  });

  it('are refused one by one, and what else the document has is told', async () => {
    const read = await readText(
      'doc.json',
      JSON.stringify({ model: 'x', triples: [ANA, { ...BO, tail: null }] }),
    );

    expect(sentencesOf(read)).toEqual(['Ana met Bo']);
    expect(read.rejects).toMatchObject([{ column: 'object' }]);
    expect(noticesOf(read)).toContain('Not read from the document: model (1).');
  });

  it('are no table, and where there are none it is told what is looked for', async () => {
    await expect(readText('other.json', '{"results": {"bindings": []}}')).rejects.toThrow(
      /other\.json were not recognised\. It is JSON with results; triples are objects .* Choose the format: /u,
    );
  });
});

describe('a graph as JSON', () => {
  it.each([
    [
      'from and to',
      {
        nodes: [
          { id: 1, label: 'Ana' },
          { id: 2, label: 'Bo' },
        ],
        edges: [{ from: 1, to: 2, label: 'met' }],
      },
    ],
    [
      'entities and relations',
      {
        entities: [
          { id: 1, name: 'Ana' },
          { id: 2, name: 'Bo' },
        ],
        relations: [{ head: 1, tail: 2, type: 'met' }],
      },
    ],
    [
      'nodes and relationships',
      {
        nodes: [{ id: 'Ana' }, { id: 'Bo' }],
        relationships: [{ source: { id: 'Ana' }, target: { id: 'Bo' }, type: 'met' }],
      },
    ],
  ])('may speak of %s', async (_, value) => {
    const read = await readText('graph.json', JSON.stringify(value));

    expect(read.input.format).toBe('node-link');
    expect(sentencesOf(read)).toEqual(['Ana met Bo']);
  });

  it('tells what it holds besides nodes and edges', async () => {
    const read = await readText(
      'neighbours.json',
      '{"nodes": [{"id": "Ana"}], "neighbours": [[{"id": "Ana"}]]}',
    );

    expect(noticesOf(read)).toContain('Not read from the document: neighbours (1).');
  });
});
