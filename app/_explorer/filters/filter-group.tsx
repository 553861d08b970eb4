'use client';

import { useId, type ReactNode } from 'react';

import { clearFilter } from '@/lib/graph/filters/change-filters';
import type { FilterName } from '@/lib/graph/filters/filter';

import { usePicture, useSession } from '../explorer-context';

interface FilterGroupProps {
  readonly name: FilterName;
  readonly title: string;
  readonly children: ReactNode;
}

/** One filter with its name and, while it is set, a way to lift it. */
export function FilterGroup({ name, title, children }: FilterGroupProps) {
  const { explorer } = useSession();
  const isSet = usePicture().state.filters[name] !== undefined;
  const heading = useId();
  return (
    <section className="filter-group" aria-labelledby={heading}>
      <div className="filter-head">
        <h2 id={heading} className="filter-title">
          {title}
        </h2>
        {isSet && (
          <button
            type="button"
            className="text-button"
            aria-label={`Clear the filter on ${title.toLowerCase()}`}
            onClick={() => {
              explorer.change((state) => ({ ...state, filters: clearFilter(state.filters, name) }));
            }}
          >
            clear
          </button>
        )}
      </div>
      {children}
    </section>
  );
}
