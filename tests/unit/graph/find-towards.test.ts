import { describe, expect, it } from '@jest/globals';

import { createFactsGraph, type Position } from '@/lib/graph/facts';
import { findTowards, type Direction } from '@/lib/graph/find-towards';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { EntityId } from '@/lib/model/ids';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

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

  it('leads to nobody from or to whom nothing is loaded', () => {
    expect(walk('nobody', 'right')).toBeUndefined();
    expect(walk('ann', 'right', ['nobody', 'ann'])).toBeUndefined();
  });

  /** From a hub at a place of its own to the best of its neighbours, in whichever order they are given. */
  function choose(direction: Direction, around: Readonly<Record<string, Position>>): readonly unknown[] {
    const names = Object.keys(around);
    const graph = createFactsGraph();
    const entities = Object.fromEntries(['hub', ...names].map((id) => [id, 'person']));
    mergeSlice(graph, toSlice({ entities, relations: names.map((id) => `hub MET ${id}`) }));
    const at = new Map(Object.entries({ ...around, hub: { x: 5, y: 7 } }));
    graph.updateEachNodeAttributes((key, entity) => ({ ...entity, ...at.get(key) }));
    const from = EntityId.parse('hub');
    return [names, names.toReversed()].map((order) =>
      findTowards(graph, { from, direction, among: new Set(order.map((id) => EntityId.parse(id))) }),
    );
  }

  it('leads to the nearest of those straight ahead', () => {
    expect(choose('right', { near: { x: 7, y: 7 }, far: { x: 9, y: 7 } })).toEqual(['near', 'near']);
    expect(choose('up', { near: { x: 5, y: 8 }, far: { x: 5, y: 9 } })).toEqual(['near', 'near']);
  });

  it('leads rather far ahead than aside', () => {
    const around = { aside: { x: 6.5, y: 8.9 }, far: { x: 9, y: 7 } };

    expect(choose('right', around)).toEqual(['far', 'far']);
    expect(choose('up', around)).toEqual(['aside', 'aside']);
  });

  it('leads neither too much aside, nor to the same place', () => {
    expect(choose('right', { steep: { x: 6, y: 9 } })).toEqual([undefined, undefined]);
    expect(choose('right', { flat: { x: 6, y: 8.7 } })).toEqual(['flat', 'flat']);
    expect(choose('right', { same: { x: 5, y: 7 } })).toEqual([undefined, undefined]);
  });
});
