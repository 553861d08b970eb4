'use client';

import { isFiltered } from '@/lib/graph/filters/filter';

import { useFacets, usePicture } from '../explorer-context';

const number = new Intl.NumberFormat('en-GB');

interface FilterCountProps {
  /** What passes the other filters; undefined while the store counts. */
  readonly passing: number | undefined;
  /** What there is without filters. */
  readonly all: number | undefined;
}

/** How many the store has of a value under the other filters and, where these leave some out, of how many. */
export function FilterCount({ passing, all }: FilterCountProps) {
  const { status } = useFacets();
  const { filters } = usePicture().state;
  if (passing === undefined || all === undefined) {
    return status === 'failed' ? null : <span className="filter-count filter-waiting" aria-hidden="true" />;
  }
  if (!isFiltered(filters) || passing >= all)
    return <span className="filter-count number">{number.format(passing)}</span>;
  return (
    <span className="filter-count number">
      {number.format(passing)}
      <span className="filter-total">
        <span aria-hidden="true">/</span>
        <span className="sr-only"> of </span>
        {number.format(all)}
      </span>
    </span>
  );
}
