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

/**
 * Returns a function that looks up the counts of a filter's value. A value that the store counted
 * but did not list has none.
 */
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
