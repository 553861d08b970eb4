'use client';

import { useState } from 'react';

import { toggleOnly } from '@/lib/graph/filters/change-filters';
import { relationTypeFilter } from '@/lib/graph/filters/relation-type-filter';
import type { Summary } from '@/lib/model/summary';

import { usePicture, useSession } from '../explorer-context';

import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';

const ROWS_SHORT = 8;

/** Types are many: pressing some shows these only. */
export function TypeFilter({ types }: Pick<Summary, 'types'>) {
  const { explorer } = useSession();
  const { state, counts } = usePicture();
  const [isLong, setIsLong] = useState(false);
  const chosen = state.filters.type;
  const present = types.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const rows = isLong
    ? present
    : present.filter(({ type }, index) => index < ROWS_SHORT || chosen?.includes(type));
  const most = Math.max(1, ...present.map(({ count }) => count));
  const hidden = present.length - rows.length;
  return (
    <FilterGroup name="type" title={relationTypeFilter.title}>
      <ul>
        {rows.map(({ type, label, count, class: relationClass }) => {
          const shown = counts.get('type')?.get(type) ?? 0;
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
                  <span style={{ inlineSize: `${(100 * Math.max(shown, 0)) / most}%` }} />
                </span>
                <FilterCount shown={shown} total={count} />
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
