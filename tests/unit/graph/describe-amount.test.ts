import { describe, expect, it } from '@jest/globals';

import { describeAmount } from '@/lib/graph/describe-amount';
import { expand, initialState, type ExplorerState } from '@/lib/graph/explorer-state';
import { createFactsGraph } from '@/lib/graph/facts';
import type { Filters } from '@/lib/graph/filters/filter';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { findVisible } from '@/lib/graph/visible-facts';
import { EntityId, type RelationId } from '@/lib/model/ids';
import type { Facets } from '@/lib/model/facets';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

const ann = EntityId.parse('ann');
const utopia = EntityId.parse('utopia');

function tell(
  total: Partial<Facets['total']>,
  state: ExplorerState = initialState,
  kept: readonly EntityId[] = [],
): readonly string[] {
  const facts = createFactsGraph();
  mergeSlice(facts, quarrel);
  const visible = findVisible(facts, { filters: state.filters, kept: new Set(kept) });
  const arrangement = { facts, status: 'settled', content: 0, revision: 0 } as const;
  const whole = { entities: 4, relations: 6, evidence: 6, denied: 0, sources: 0 };
  return describeAmount({ state, arrangement, visible }, { total: { ...whole, ...total } });
}

describe('describeAmount', () => {
  it('has nothing to say when all there is is on the canvas', () => {
    expect(tell({})).toEqual([]);
  });

  it('says what the canvas holds, of what the store holds', () => {
    expect(tell({ entities: 23_033, relations: 90_730 })).toEqual([
      'Showing 4 of 23,033 entities and 6 of 90,730 relations, those with the most evidence.',
    ]);
  });

  it('says that what was added is among them', () => {
    expect(tell({ entities: 300 }, expand(initialState, { entity: ann }))).toEqual([
      'Showing 4 of 300 entities and 6 of 6 relations: those with the most evidence, and those that were added.',
    ]);
  });

  it('says so when it is of what was chosen', () => {
    expect(tell({ entities: 300 }, { ...initialState, seeds: [ann] })).toEqual([
      'Showing 4 of 300 entities and 6 of 6 relations: what was chosen and what lies around it.',
    ]);
  });

  it('counts of an entity that stays under filters apart', () => {
    const filtered = { ...initialState, filters: { type: ['MET'] } };

    expect(tell({ entities: 3, relations: 5 }, filtered, [utopia])).toEqual([
      'Showing 3 of 3 entities and 2 of 5 relations that pass the filters, those with the most evidence.',
      '1 more entity stays because it is selected or expanded, though nothing of it passes.',
    ]);
  });

  it('says why relations that are only denied are not there', () => {
    expect(tell({ denied: 2 })).toEqual([
      '2 more relations are only denied, and so not drawn: select one of their entities to read them.',
    ]);
  });

  it('tells one from several', () => {
    const filtered = { ...initialState, filters: { type: ['ATTACKED'] } };

    expect(tell({ entities: 3, relations: 1, denied: 1 }, filtered, [ann, EntityId.parse('bob')])).toEqual([
      'Showing 2 of 3 entities and 1 of 1 relation that pass the filters, those with the most evidence.',
      '2 more entities stay because they are selected or expanded, though nothing of them passes.',
      '1 more relation is only denied, and so not drawn: select one of its entities to read it.',
    ]);
    expect(tell({ entities: 1, relations: 7 })[0]).toContain('of 1 entity and');
  });

  it('counts an entity without relations where its kind passes, and nothing else is asked', () => {
    const hermits = toSlice({ entities: { dan: 'person', atlantis: 'country' }, relations: [] });
    const facts = createFactsGraph();
    mergeSlice(facts, hermits);
    const shown = (filters: Filters) => {
      const visible = { entities: new Set(hermits.entities.id), relations: new Set<RelationId>() };
      const arrangement = { facts, status: 'settled', content: 0, revision: 0 } as const;
      const total = { entities: 9, relations: 9, evidence: 9, denied: 0, sources: 0 };
      return describeAmount({ state: { ...initialState, filters }, arrangement, visible }, { total })[0];
    };

    expect(shown({})).toContain('Showing 2 of 9 entities');
    expect(shown({ kind: ['person'] })).toContain('Showing 1 of 9 entities');
    expect(shown({ kind: ['person'], type: ['MET'] })).toContain('Showing 0 of 9 entities');
  });
});
