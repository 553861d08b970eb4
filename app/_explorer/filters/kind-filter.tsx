'use client';

import { kindTitles } from '@/lib/graph/describe';
import { entityKindFilter } from '@/lib/graph/filters/entity-kind-filter';
import type { Summary } from '@/lib/model/summary';

import { ShapeIcon } from '../shape-icon';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';
import { useFacetCounts } from './use-facet-counts';

export function KindFilter({ kinds }: Pick<Summary, 'kinds'>) {
  const countsOf = useFacetCounts('kind');
  const present = kinds.filter(({ count }) => count > 0);
  const all = present.map(({ kind }) => kind);
  return (
    <FilterGroup name="kind" title={entityKindFilter.title}>
      {present.map(({ kind }) => (
        <CheckRow
          key={kind}
          name="kind"
          value={kind}
          all={all}
          mark={<ShapeIcon kind={kind} />}
          count={<FilterCount {...countsOf(kind)} />}
        >
          {kindTitles[kind]}
        </CheckRow>
      ))}
    </FilterGroup>
  );
}
