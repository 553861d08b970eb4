'use client';

import { gradeTitles } from '@/lib/graph/describe';
import { gradeFilter } from '@/lib/graph/filters/grade-filter';
import { EvidenceGrade } from '@/lib/model/evidence';

import { useFacets } from '../explorer-context';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';
import { useFacetCounts } from './use-facet-counts';

/** How evidence is tied to its source. Where all of it is a passage that the input names, or a line of a file, there is nothing to choose. */
export function GradeFilter() {
  const { all } = useFacets();
  const countsOf = useFacetCounts('grade');
  const present = EvidenceGrade.options.filter((value) => (countsOf(value).all ?? 0) > 0);
  const isWorthAsking = present.length > 1 || present.includes('co-mention') || present.includes('candidate');
  if (!all || !isWorthAsking) return null;
  return (
    <FilterGroup name="grade" title={gradeFilter.title}>
      {present.map((value) => (
        <CheckRow
          key={value}
          name="grade"
          value={value}
          all={present}
          count={<FilterCount {...countsOf(value)} />}
        >
          {gradeTitles[value]}
        </CheckRow>
      ))}
    </FilterGroup>
  );
}
