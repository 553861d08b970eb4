'use client';

import { useMemo } from 'react';

import { facetCounts } from '@/lib/graph/facet-counts';
import type { FilterName } from '@/lib/graph/filters/filter';

import { useFacets } from '../explorer-context';

/** The counts of one value; undefined while the store counts. */
interface ValueCounts {
  readonly passing: number | undefined;
  readonly all: number | undefined;
}

/** Out: how to look up the counts of a filter's values. What the store has counted and not named has none. */
export function useFacetCounts(name: FilterName): (value: string) => ValueCounts {
  const { all, passing } = useFacets();
  return useMemo(() => {
    const counts = { all: all && facetCounts(all, name), passing: passing && facetCounts(passing, name) };
    return (value) => ({
      all: counts.all && (counts.all.get(value) ?? counts.passing?.get(value) ?? 0),
      passing: counts.passing && (counts.passing.get(value) ?? 0),
    });
  }, [all, passing, name]);
}
