'use client';

import { classTitles } from '@/lib/graph/describe';
import { relationClassFilter } from '@/lib/graph/filters/relation-class-filter';
import type { Summary } from '@/lib/model/summary';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';
import { useFacetCounts } from './use-facet-counts';

export function ClassFilter({ classes }: Pick<Summary, 'classes'>) {
  const countsOf = useFacetCounts('class');
  const present = classes.filter(({ count }) => count > 0);
  const all = present.map((one) => one.class);
  return (
    <FilterGroup name="class" title={relationClassFilter.title}>
      {present.map(({ class: value }) => (
        <CheckRow
          key={value}
          name="class"
          value={value}
          all={all}
          mark={<span className={`class-mark class-${value}`} aria-hidden="true" />}
          count={<FilterCount {...countsOf(value)} />}
        >
          {classTitles[value]}
        </CheckRow>
      ))}
    </FilterGroup>
  );
}
