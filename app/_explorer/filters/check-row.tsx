'use client';

import type { ReactNode } from 'react';

import { toggleValue } from '@/lib/graph/filters/change-filters';
import type { FilterName } from '@/lib/graph/filters/filter';

import { usePicture, useSession } from '../explorer-context';

interface CheckRowProps {
  readonly name: FilterName;
  readonly value: string;
  /** Every value of the filter: without a filter, all of them are let through. */
  readonly all: readonly string[];
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
        checked={chosen?.includes(value) ?? true}
        onChange={() => {
          explorer.change((state) => ({
            ...state,
            filters: toggleValue(state.filters, { name, value }, all),
          }));
        }}
      />
      {mark}
      <span className="check-label">{children}</span>
      {count}
    </label>
  );
}
