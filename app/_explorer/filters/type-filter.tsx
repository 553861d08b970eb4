'use client';

import { useState } from 'react';

import { toggleOnly } from '@/lib/graph/filters/change-filters';
import { relationTypeFilter } from '@/lib/graph/filters/relation-type-filter';
import type { Summary } from '@/lib/model/summary';

import { usePicture, useSession } from '../explorer-context';

import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';
import { useFacetCounts } from './use-facet-counts';

const ROWS_SHORT = 8;

/** Types are many: pressing some shows these only. */
export function TypeFilter({ types }: Pick<Summary, 'types'>) {
  const { explorer } = useSession();
  const { state } = usePicture();
  const countsOf = useFacetCounts('type');
  const [isLong, setIsLong] = useState(false);
  const chosen = state.filters.type;
  const present = types.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const rows = isLong
    ? present
    : present.filter(({ type }, index) => index < ROWS_SHORT || chosen?.includes(type));
  const most = Math.max(1, ...present.map(({ type }) => countsOf(type).passing ?? 0));
  const hidden = present.length - rows.length;
  return (
    <FilterGroup name="type" title={relationTypeFilter.title}>
      <ul>
        {rows.map(({ type, label, class: relationClass }) => {
          const counts = countsOf(type);
          return (
            <li key={type}>
              <button
                type="button"
                className={`type-row class-${relationClass}`}
                aria-pressed={chosen?.includes(type) ?? false}
                data-off={chosen !== undefined && !chosen.includes(type)}
                onClick={() => {
                  explorer.change((before) => ({
                    ...before,
                    filters: toggleOnly(before.filters, { name: 'type', value: type }),
                  }));
                }}
              >
                <span className="type-label">{label}</span>
                <span className="type-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * (counts.passing ?? 0)) / most}%` }} />
                </span>
                <FilterCount {...counts} />
              </button>
            </li>
          );
        })}
      </ul>
      {(hidden > 0 || isLong) && (
        <button
          type="button"
          className="text-button filter-more"
          aria-expanded={isLong}
          onClick={() => {
            setIsLong(!isLong);
          }}
        >
          {isLong ? 'fewer' : `${hidden} more`}
        </button>
      )}
    </FilterGroup>
  );
}
