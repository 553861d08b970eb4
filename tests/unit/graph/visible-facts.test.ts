import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import type { Filters } from '@/lib/graph/filters/filter';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { findVisible } from '@/lib/graph/visible-facts';
import { EntityId, RelationId } from '@/lib/model/ids';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

function load() {
  const graph = createFactsGraph();
  mergeSlice(graph, quarrel);
  mergeSlice(graph, toSlice({ entities: { hermit: 'person' }, relations: [] }));
  return graph;
}

function see(filters: Filters, more: { answered?: readonly string[]; kept?: readonly string[] } = {}) {
  const { entities, relations } = findVisible(load(), {
    filters,
    answered: more.answered && new Set(more.answered.map((id) => RelationId.parse(id))),
    kept: new Set((more.kept ?? []).map((id) => EntityId.parse(id))),
  });
  return { entities: [...entities].sort(), relations: relations.size };
}

describe('findVisible', () => {
  it('lets everything through without filters, those without relations included', () => {
    expect(see({})).toEqual({ entities: ['ann', 'bob', 'cid', 'hermit', 'utopia'], relations: 6 });
  });

  it('keeps relations of the chosen types, and only who has one', () => {
    expect(see({ type: ['MET'] })).toEqual({ entities: ['ann', 'bob', 'cid'], relations: 2 });
  });

  it('keeps relations that are told as facts apart from those that are expected', () => {
    expect(see({ modality: ['actual'] }).relations).toBe(6);
    expect(see({ modality: ['future'] }).relations).toBe(0);
  });

  it('combines filters: what passes has to pass all of them', () => {
    expect(
      see({ class: ['verbal-conflict', 'verbal-cooperation'], type: ['MET', 'ATTACKED'] }).relations,
    ).toBe(2);
  });

  it('drops relations whose subject or object is of a kind that is switched off', () => {
    expect(see({ kind: ['person'] })).toEqual({ entities: ['ann', 'bob', 'cid', 'hermit'], relations: 5 });
  });

  it('shows of a source what the server gave for it', () => {
    expect(see({ source: ['news'] }, { answered: ['bob-MET-cid.4'] })).toEqual({
      entities: ['bob', 'cid'],
      relations: 1,
    });
  });

  it('shows nothing when a filter lets nothing through, even before the server answers', () => {
    expect(see({ source: [] })).toEqual({ entities: [], relations: 0 });
  });

  it('keeps who is selected', () => {
    expect(see({ type: ['MET'] }, { kept: ['utopia'] }).entities).toEqual(['ann', 'bob', 'cid', 'utopia']);
  });
});
