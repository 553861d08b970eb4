import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { countNeighbours } from '@/lib/graph/neighbours';
import { EntityId, type RelationId } from '@/lib/model/ids';

import { toSlice } from '../../fixtures/slice.fixture';

const slice = toSlice({
  entities: { ann: 'person', bob: 'person', cid: 'person' },
  relations: ['ann MET bob', 'ann MET bob', 'bob MET ann', 'cid MET ann', 'ann MET ann'],
});

function count(entity: string, relations: readonly RelationId[] = slice.relations.id): number {
  const facts = createFactsGraph();
  mergeSlice(facts, slice);
  return countNeighbours({ facts, visible: { relations: new Set(relations) } }, EntityId.parse(entity));
}

describe('The neighbours of an entity', () => {
  it('count once each, in both directions, and never itself', () => {
    expect(['ann', 'bob', 'cid'].map((entity) => count(entity))).toEqual([2, 1, 1]);
  });

  it('are those alone whose relation is to be seen', () => {
    expect(count('ann', slice.relations.id.slice(0, 3))).toBe(1);
    expect(count('ann', [])).toBe(0);
  });

  it('are none of an entity that is not loaded', () => {
    expect(count('nobody')).toBe(0);
  });
});
