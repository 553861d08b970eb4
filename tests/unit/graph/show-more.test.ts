import { describe, expect, it } from '@jest/globals';

import { expand, initialState, type ExplorerState } from '@/lib/graph/explorer-state';
import { createFactsGraph } from '@/lib/graph/facts';
import { mergeSlice } from '@/lib/graph/merge-slice';
import type { Picture } from '@/lib/graph/picture';
import { growVain, readNeighbours, tellComplete } from '@/lib/graph/show-more';
import { EntityId, RelationId } from '@/lib/model/ids';
import type { GraphSlice } from '@/lib/model/slice';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

const ann = EntityId.parse('ann');
const bob = EntityId.parse('bob');

const expanded = expand(initialState, { entity: ann });

/** A picture of which the slices are `slices`, in the order of the steps. */
function toPicture(
  state: ExplorerState,
  slices: readonly GraphSlice[],
  hidden: readonly string[] = [],
): Picture {
  const facts = createFactsGraph();
  for (const slice of slices) mergeSlice(facts, slice);
  const relations = facts.edges().filter((id) => !hidden.includes(id));
  return {
    state,
    canUndo: false,
    canRedo: false,
    loaded: { status: 'ready', steps: slices.map((slice, index) => ({ key: String(index), slice })) },
    arrangement: { facts, status: 'settled', content: facts.order, revision: 0 },
    visible: {
      entities: new Set(facts.nodes().map((id) => EntityId.parse(id))),
      relations: new Set(relations.map((id) => RelationId.parse(id))),
    },
    folds: [],
    progress: 'settled',
  };
}

/** The same slice, as one of a graph with more entities. */
function partOf(slice: GraphSlice, entities: number): GraphSlice {
  return { ...slice, total: { ...slice.total, entities } };
}

describe('readNeighbours', () => {
  it('counts neighbours and not relations: three relations with one other are one neighbour', () => {
    const annAndBob = toSlice({
      entities: { ann: 'person', bob: 'person' },
      relations: ['ann MET bob', 'ann ACCUSED bob', 'bob ACCUSED ann', 'ann MET ann'],
    });

    expect(readNeighbours(toPicture(initialState, [annAndBob]), ann)).toEqual({ shown: 1, total: 1 });
  });

  it('counts of those on the canvas only whom a visible relation joins', () => {
    const picture = toPicture(initialState, [quarrel], ['bob-MET-cid.4']);

    expect(readNeighbours(picture, bob)).toEqual({ shown: 1, total: 2 });
  });

  it('does not know the number under filters before the store has said it', () => {
    const state: ExplorerState = { ...initialState, filters: { type: ['MET'] } };

    expect(readNeighbours(toPicture(state, [quarrel, quarrel]), bob).total).toBeUndefined();
  });

  it('takes it under filters from the slice that was asked for with these', () => {
    const state: ExplorerState = { ...expand(initialState, { entity: bob }), filters: { type: ['MET'] } };
    const steps = [quarrel, quarrel, quarrel, partOf(quarrel, 9)];

    expect(readNeighbours(toPicture(state, steps), bob).total).toBe(8);
  });
});

describe('tellComplete', () => {
  it.each([
    [0, 'It has no neighbours.'],
    [1, 'Its one neighbour is shown.'],
    [175, 'All 175 neighbours are shown.'],
  ])('says of %i', (total, words) => {
    expect(tellComplete(total)).toBe(words);
  });
});

describe('growVain', () => {
  it('asks for more when the last expansion brought nobody new though there are more', () => {
    const grown = growVain(toPicture(expanded, [quarrel, partOf(quarrel, 90)]));

    expect(grown?.expansions).toEqual([{ entity: ann, limit: 50 }]);
  });

  it('leaves an expansion that brought somebody', () => {
    const more = toSlice({ entities: { ann: 'person', dee: 'person' }, relations: ['ann MET dee'] });

    expect(growVain(toPicture(expanded, [quarrel, partOf(more, 90)]))).toBeUndefined();
  });

  it('leaves one that brought all there are', () => {
    expect(growVain(toPicture(expanded, [quarrel, quarrel]))).toBeUndefined();
  });

  it('looks under filters at what passes them', () => {
    const more = toSlice({ entities: { ann: 'person', dee: 'person' }, relations: ['ann MET dee'] });
    const state: ExplorerState = { ...expanded, filters: { type: ['MET'] } };

    expect(growVain(toPicture(state, [quarrel, quarrel, quarrel, partOf(more, 90)]))).toBeUndefined();
    expect(growVain(toPicture(state, [quarrel, more, quarrel, partOf(quarrel, 90)]))).toBeDefined();
  });
});
