import { describe, expect, it } from '@jest/globals';

import { fixture, readInput } from './read-input';

const harbour = fixture('graphml/harbour.graphml');

describe('a GraphML graph', () => {
  it('gives entities with names from data or from what yEd draws, and those of nested graphs', async () => {
    const { input, items } = await readInput(harbour);

    expect(input.format).toBe('graphml');
    expect(items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []))).toMatchObject([
      { name: 'Ana Lima', kind: 'person' },
      { name: 'Bo Chen', kind: 'thing' },
      { name: 'n2::n0' },
      { name: 'n2' },
    ]);
  });

  it('reads edges that come before their nodes, with dates and the default of a key', async () => {
    const { items } = await readInput(harbour);

    const told = items.flatMap((item) =>
      item.kind === 'triple'
        ? [[item.wording.subject, item.wording.label, item.wording.object, item.triple.relation.when?.start]]
        : [],
    );
    expect(told[0]).toEqual(['Ana Lima', 'praised', 'Bo Chen', '2023-05-19']);
    expect(told[1]).toEqual(['n2::n0', 'praised', 'Ana Lima', undefined]);
    expect(told[2]).toEqual(expect.arrayContaining(['Ana Lima', 'rowed with', 'Bo Chen']));
    expect(told).toHaveLength(3);
  });

  it('takes the direction from the edge, then from the graph around it', async () => {
    const { items, input } = await readInput(harbour);

    expect(items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []))).toMatchObject([
      { type: 'ROWED_WITH', symmetric: true },
    ]);
    expect(input.notices()[0]).toMatch(/^Undirected edges: 1\./u);
  });

  it('refuses hyperedges and edges that lead nowhere', async () => {
    const { rejects } = await readInput(harbour);

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [18, '', expect.stringMatching(/^an edge that joins more than two nodes is not a relation/u)],
      [19, 'object', "there is no node 'gone' that could be used; add it or correct the edge"],
    ]);
  });

  it('tells what it does not read', async () => {
    const { input } = await readInput(harbour);

    expect(input.notices().slice(1)).toEqual([
      'Not read from the nodes: colour (1).',
      'Not read from the file: Fill (1), ShapeNode (1), graphs in nodes (1).',
    ]);
  });
});
