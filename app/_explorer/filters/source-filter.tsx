'use client';

import { useState } from 'react';

import { sourceFilter } from '@/lib/graph/filters/source-filter';
import type { Summary } from '@/lib/model/summary';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';

const ROWS_SHORT = 6;
/** A request names at most this many sources; of more, the largest are offered. */
const ROWS_MAX = 200;

type Source = Summary['documents'][number];

export function SourceFilter({ documents }: Pick<Summary, 'documents'>) {
  const [isLong, setIsLong] = useState(false);
  const offered = documents.toSorted((one, other) => other.relations - one.relations).slice(0, ROWS_MAX);
  const all = offered.map(({ id }) => id);
  const rows = isLong ? offered : offered.slice(0, ROWS_SHORT);
  if (offered.length === 0) return null;
  return (
    <FilterGroup name="source" title={sourceFilter.title}>
      {rows.map((source) => (
        <CheckRow
          key={source.id}
          name="source"
          value={source.id}
          all={all}
          count={<FilterCount shown={source.relations} total={source.relations} />}
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
          {isLong ? 'fewer' : `${offered.length - ROWS_SHORT} more`}
        </button>
      )}
    </FilterGroup>
  );
}

function toDetail({ author, published, publisher, title }: Source): string {
  return [publisher === undefined ? undefined : (author ?? title), published].filter(Boolean).join(', ');
}
