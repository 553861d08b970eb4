import { describe, expect, it } from '@jest/globals';

import { facetCounts } from '@/lib/graph/facet-counts';
import { allFilters } from '@/lib/graph/filters/all-filters';
import { filterNames, isEmptied, isFiltered } from '@/lib/graph/filters/filter';
import { Facets } from '@/lib/model/facets';

const facets = Facets.parse({
  classes: [{ class: 'verbal-conflict', count: 1 }],
  types: [
    { type: 'MET', count: 2 },
    { type: 'ACCUSED', count: 3 },
  ],
  kinds: [{ kind: 'person', count: 4 }],
  modalities: [{ modality: 'future', count: 5 }],
  grades: [{ grade: 'co-mention', count: 6 }],
  sources: [{ source: { id: 'paper', title: 'A paper' }, count: 7 }],
  contested: [],
  total: { entities: 0, relations: 0, evidence: 0, denied: 0, sources: 0 },
});

describe('The tally of a filter', () => {
  it.each([
    ['class', { 'verbal-conflict': 1 }],
    ['type', { MET: 2, ACCUSED: 3 }],
    ['kind', { person: 4 }],
    ['modality', { future: 5 }],
    ['grade', { 'co-mention': 6 }],
    ['source', { paper: 7 }],
  ] as const)('of %s has the count of each of its values', (name, counts) => {
    expect(Object.fromEntries(facetCounts(facets, name))).toEqual(counts);
  });
});

describe('Filters', () => {
  it('are all shown, each under words of its own', () => {
    expect(allFilters.map(({ name }) => name).sort()).toEqual([...filterNames].sort());
    for (const words of [allFilters.map(({ title }) => title), allFilters.map(({ many }) => many)]) {
      expect(new Set(words).size).toBe(allFilters.length);
      expect(words).not.toContain('');
    }
  });

  it('know whether there are any, and whether one lets nothing through', () => {
    expect([isFiltered({}), isFiltered({ type: [] })]).toEqual([false, true]);
    expect([isEmptied({}), isEmptied({ type: ['MET'] }), isEmptied({ type: ['MET'], kind: [] })]).toEqual([
      ...[false, false, true],
    ]);
  });
});
