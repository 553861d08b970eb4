'use client';

import { useMemo, useState } from 'react';

import { sourceFilter } from '@/lib/graph/filters/source-filter';
import type { Document } from '@/lib/model/document';
import type { Facets } from '@/lib/model/facets';

import { countOf } from '../../_ui/count-of';
import { useFacets, usePicture } from '../explorer-context';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';
import { useFacetCounts } from './use-facet-counts';

const ROWS_SHORT = 6;

/** The sources with most relations; where there are more than can be named in a request, choosing some shows these only. */
export function SourceFilter() {
  const [isLong, setIsLong] = useState(false);
  const { all: counted, passing } = useFacets();
  const countsOf = useFacetCounts('source');
  const chosen = usePicture().state.filters.source;
  const offered = useMemo(() => offer(counted, passing), [counted, passing]);
  if (!counted || offered.length === 0) return null;
  const isPart = counted.total.sources > offered.length;
  const all = offered.map(({ id }) => id);
  const rows = isLong
    ? offered
    : offered.filter(({ id }, place) => place < ROWS_SHORT || chosen?.includes(id));
  return (
    <FilterGroup name="source" title={sourceFilter.title}>
      {isPart && (
        <p className="filter-note">
          The {offered.length} with the most relations, of{' '}
          {countOf(counted.total.sources, 'source', 'sources')}
        </p>
      )}
      {rows.map((source) => (
        <CheckRow
          key={source.id}
          name="source"
          value={source.id}
          {...(!isPart && { all })}
          count={<FilterCount {...countsOf(source.id)} />}
        >
          {source.publisher ?? source.title}
          <span className="source-detail">{toDetail(source)}</span>
        </CheckRow>
      ))}
      {offered.length > ROWS_SHORT && (
        <button
          type="button"
          className="text-button filter-more"
          aria-expanded={isLong}
          onClick={() => {
            setIsLong(!isLong);
          }}
        >
          {isLong ? 'fewer' : `${offered.length - rows.length} more`}
        </button>
      )}
    </FilterGroup>
  );
}

/** The sources of the whole store, and those that only the filters bring among the first. */
function offer(all: Facets | undefined, passing: Facets | undefined): readonly Document[] {
  const sources = [...(all?.sources ?? []), ...(passing?.sources ?? [])].map(({ source }) => source);
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function toDetail({ author, published, publisher, title }: Document): string {
  return [publisher === undefined ? undefined : (author ?? title), published].filter(Boolean).join(', ');
}
