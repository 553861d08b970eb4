import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { mergeSlice } from '@/lib/graph/merge-slice';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

const wider = toSlice({
  entities: { cid: 'person', dan: 'person', eve: 'person' },
  relations: ['cid MET dan', 'dan MET eve'],
});

function merged() {
  const graph = createFactsGraph();
  mergeSlice(graph, quarrel);
  return graph;
}

describe('mergeSlice', () => {
  it('starts the same data from the same places, and nobody on the spot of another', () => {
    const places = merged().mapNodes((_, { x, y }) => `${x} ${y}`);

    expect(merged().mapNodes((_, { x, y }) => `${x} ${y}`)).toEqual(places);
    expect(new Set(places).size).toBe(4);
  });

  it('keeps a placed node where it is', () => {
    const graph = merged();
    graph.mergeNodeAttributes('cid', { x: 0.25, y: -0.5 });

    mergeSlice(graph, wider);

    expect(graph.getNodeAttributes('cid')).toMatchObject({ x: 0.25, y: -0.5 });
  });

  it('places who is new near the neighbours that are there, and says who is new', () => {
    const graph = merged();
    graph.mergeNodeAttributes('cid', { x: 5, y: 5 });

    const added = mergeSlice(graph, wider);

    const { x, y } = graph.getNodeAttributes('dan');
    expect(Math.hypot(x - 5, y - 5)).toBeLessThan(0.2);
    expect(added).toEqual(['dan', 'eve']);
  });

  it('adds nothing when the same slice comes again', () => {
    const graph = merged();

    const added = mergeSlice(graph, quarrel);

    expect(added).toEqual([]);
    expect([graph.order, graph.size]).toEqual([4, 6]);
  });
});
