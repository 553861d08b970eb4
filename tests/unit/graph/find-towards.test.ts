import { describe, expect, it } from '@jest/globals';

import { createFactsGraph, type Position } from '@/lib/graph/facts';
import { findTowards, type Direction } from '@/lib/graph/find-towards';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { EntityId } from '@/lib/model/ids';

import { quarrel } from '../../fixtures/slice.fixture';

const places: Readonly<Record<string, Position>> = {
  ann: { x: 0, y: 0 },
  bob: { x: 2, y: 0.5 },
  cid: { x: 1, y: 0 },
  utopia: { x: 0, y: -3 },
};

function walk(from: string, direction: Direction, among = Object.keys(places)) {
  const graph = createFactsGraph();
  mergeSlice(graph, quarrel);
  graph.updateEachNodeAttributes((key, entity) => ({ ...entity, ...places[key] }));
  return findTowards(graph, {
    from: EntityId.parse(from),
    direction,
    among: new Set(among.map((id) => EntityId.parse(id))),
  });
}

describe('findTowards', () => {
  it('leads to a neighbour, though somebody else lies nearer', () => {
    expect(walk('ann', 'right')).toBe('bob');
  });

  it('leads to whoever lies there when no neighbour does', () => {
    expect(walk('ann', 'down')).toBe('utopia');
  });

  it('leads nowhere when nobody lies there', () => {
    expect(walk('ann', 'left')).toBeUndefined();
  });

  it('leads to nobody who cannot be seen', () => {
    expect(walk('ann', 'right', ['ann', 'cid'])).toBe('cid');
  });
});
