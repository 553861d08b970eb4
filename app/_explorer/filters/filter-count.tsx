'use client';

import { isFiltered } from '@/lib/graph/filters/filter';

import { usePicture } from '../explorer-context';

const number = new Intl.NumberFormat('en-GB');

/** How many there are to be seen and, where filters or the size of the data leave some out, of how many. */
export function FilterCount({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { state, loaded } = usePicture();
  const isPart = isFiltered(state.filters) || loaded.first?.shown.entities !== loaded.first?.total.entities;
  if (!isPart || shown >= total) return <span className="filter-count number">{number.format(shown)}</span>;
  return (
    <span className="filter-count number">
      {number.format(shown)}
      <span className="filter-total">
        <span aria-hidden="true">/</span>
        <span className="sr-only"> of </span>
        {number.format(total)}
      </span>
    </span>
  );
}
