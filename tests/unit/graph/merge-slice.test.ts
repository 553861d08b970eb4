import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { startPosition } from '@/lib/graph/start-position';

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

  it('takes the newest word on an entity and a relation that are there', () => {
    const graph = merged();

    mergeSlice(graph, {
      ...quarrel,
      entities: { ...quarrel.entities, name: ['Anna', 'Bob', 'Cid', 'Utopia'], degree: [7, 7, 7, 7] },
      relations: {
        ...quarrel.relations,
        start: quarrel.relations.id.map(() => '2023'),
        documents: quarrel.relations.id.map(() => 4),
        contested: quarrel.relations.id.map(() => true),
      },
    });

    expect(graph.getNodeAttributes('ann')).toMatchObject({ name: 'Anna', degree: 7, kind: 'person' });
    expect(graph.getEdgeAttributes('ann-MET-bob.0')).toMatchObject({
      start: '2023',
      documents: 4,
      contested: true,
    });
  });

  it('leaves out what a slice has only in part', () => {
    const graph = createFactsGraph();

    mergeSlice(graph, {
      ...quarrel,
      entities: { ...quarrel.entities, name: quarrel.entities.name.slice(0, 3) },
      relations: {
        ...quarrel.relations,
        type: quarrel.relations.type.slice(0, 5),
        object: [1, 9, 1, 0, 2, 3],
      },
    });

    expect(graph.nodes()).toEqual(['ann', 'bob', 'cid']);
    expect(graph.edges()).toEqual([
      'ann-MET-bob.0',
      'ann-ACCUSED-bob.2',
      'bob-ACCUSED-ann.3',
      'bob-MET-cid.4',
    ]);
  });

  it('places who is new in the middle of several neighbours, and not on top of another new one', () => {
    const graph = merged();
    graph.mergeNodeAttributes('ann', { x: 10, y: 0 });
    graph.mergeNodeAttributes('bob', { x: 20, y: 30 });

    mergeSlice(
      graph,
      toSlice({
        entities: { ann: 'person', bob: 'person', dan: 'person', eve: 'person' },
        relations: ['dan MET ann', 'bob MET dan', 'dan MET dan', 'eve MET ann', 'eve MET bob'],
      }),
    );

    const [dan, eve] = ['dan', 'eve'].map((key) => graph.getNodeAttributes(key));
    for (const one of [dan, eve])
      expect(Math.hypot((one?.x ?? 0) - 15, (one?.y ?? 0) - 15)).toBeLessThan(0.2);
    expect(dan?.x).not.toBe(eve?.x);
  });

  it('starts whoever has no neighbour there at a place of their own', () => {
    const graph = merged();
    const alone = toSlice({ entities: { dan: 'person' }, relations: ['dan MET dan'] });

    mergeSlice(graph, alone);

    const { x, y } = graph.getNodeAttributes('dan');
    expect({ x, y }).toEqual(startPosition('dan'));
  });
});
