'use client';

import { classTitles } from '@/lib/graph/describe';
import { relationClassFilter } from '@/lib/graph/filters/relation-class-filter';
import type { Summary } from '@/lib/model/summary';

import { usePicture } from '../explorer-context';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';

export function ClassFilter({ classes }: Pick<Summary, 'classes'>) {
  const counts = usePicture().counts.get('class');
  const present = classes.filter(({ count }) => count > 0);
  const all = present.map((one) => one.class);
  return (
    <FilterGroup name="class" title={relationClassFilter.title}>
      {present.map(({ class: value, count }) => (
        <CheckRow
          key={value}
          name="class"
          value={value}
          all={all}
          mark={<span className={`class-mark class-${value}`} aria-hidden="true" />}
          count={<FilterCount shown={counts?.get(value) ?? 0} total={count} />}
        >
          {classTitles[value]}
        </CheckRow>
      ))}
    </FilterGroup>
  );
}
