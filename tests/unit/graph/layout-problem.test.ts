import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { toLayoutProblem } from '@/lib/graph/layout-problem';
import { mergeSlice } from '@/lib/graph/merge-slice';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

function problemOf(slice = quarrel, fixed: readonly string[] = []) {
  const graph = createFactsGraph();
  mergeSlice(graph, slice);
  graph.forEachNode((key) => {
    const at = graph.nodes().indexOf(key);
    graph.mergeNodeAttributes(key, { x: at, y: -at });
  });
  return toLayoutProblem(graph, { fixed: new Set(fixed), scale: 3 });
}

describe('What a layout works on', () => {
  it('has the place of each entity, in the order of the graph, and who may not move', () => {
    const { positions, fixed, scale } = problemOf(quarrel, ['bob', 'nobody']);

    expect([...positions]).toEqual([0, -0, 1, -1, 2, -2, 3, -3]);
    expect([...fixed]).toEqual([0, 1, 0, 0]);
    expect(scale).toBe(3);
  });

  it('has each pair once, whatever the direction of its relations', () => {
    const { pairs } = problemOf();

    expect([...pairs]).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('pulls those with many relations less than those with one', () => {
    const { weights } = problemOf();

    expect(weights[0]).toBeCloseTo(1 / 1.5);
    expect([...weights.slice(1)]).toEqual([1, 1]);
  });

  it('gives more room to whoever has more relations that are loaded, and some to whoever has none', () => {
    const { sizes } = problemOf(
      toSlice({
        entities: { hub: 'person', a: 'person', b: 'person', c: 'person', d: 'person', alone: 'person' },
        relations: ['hub MET a', 'hub MET b', 'hub MET c', 'd MET hub'],
      }),
    );

    expect([...sizes]).toEqual([2, 1, 1, 1, 1, 1]);
  });

  it('leaves out what an entity does to itself', () => {
    const { pairs, weights } = problemOf(
      toSlice({ entities: { ann: 'person' }, relations: ['ann MET ann'] }),
    );

    expect([pairs.length, weights.length]).toEqual([0, 0]);
  });
});
