'use client';

import type { ReactNode } from 'react';

import { toggleOnly, toggleValue } from '@/lib/graph/filters/change-filters';
import type { FilterName } from '@/lib/graph/filters/filter';

import { usePicture, useSession } from '../explorer-context';

interface CheckRowProps {
  readonly name: FilterName;
  readonly value: string;
  /** Every value of the filter: without a filter, all of them are let through. Left out where they are too many: then choosing some shows these only. */
  readonly all?: readonly string[];
  readonly mark?: ReactNode;
  readonly count: ReactNode;
  readonly children: ReactNode;
}

/** A value that is let through or not. */
export function CheckRow({ name, value, all, mark, count, children }: CheckRowProps) {
  const { explorer } = useSession();
  const chosen = usePicture().state.filters[name];
  return (
    <label className="check-row">
      <input
        type="checkbox"
        checked={chosen?.includes(value) ?? all !== undefined}
        onChange={() => {
          explorer.change((state) => ({
            ...state,
            filters: all
              ? toggleValue(state.filters, { name, value }, all)
              : toggleOnly(state.filters, { name, value }),
          }));
        }}
      />
      {mark}
      <span className="check-label">{children}</span>
      {count}
    </label>
  );
}
