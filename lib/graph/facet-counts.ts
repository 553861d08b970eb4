import type { Facets } from '@/lib/model/facets';

import type { FilterName } from './filters/filter';

/** How many relations, or entities, each value of a filter would let through. */
export type FacetCounts = ReadonlyMap<string, number>;

/** Picks the counts by a filter's values from what the store counted. */
export function facetCounts(facets: Facets, name: FilterName): FacetCounts {
  return new Map(toPairs(facets, name));
}

function toPairs(facets: Facets, name: FilterName): readonly (readonly [string, number])[] {
  switch (name) {
    case 'class':
      return facets.classes.map((each) => [each.class, each.count]);
    case 'type':
      return facets.types.map(({ type, count }) => [type, count]);
    case 'kind':
      return facets.kinds.map(({ kind, count }) => [kind, count]);
    case 'modality':
      return facets.modalities.map(({ modality, count }) => [modality, count]);
    case 'grade':
      return facets.grades.map(({ grade, count }) => [grade, count]);
    case 'source':
      return facets.sources.map(({ source, count }) => [source.id, count]);
  }
}
