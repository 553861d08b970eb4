'use client';

import { modalityTitles } from '@/lib/graph/describe';
import { modalityFilter } from '@/lib/graph/filters/modality-filter';
import { Modality } from '@/lib/model/relation';

import { useFacets } from '../explorer-context';

import { CheckRow } from './check-row';
import { FilterCount } from './filter-count';
import { FilterGroup } from './filter-group';
import { useFacetCounts } from './use-facet-counts';

/** Told as a fact, expected, or only imagined. Where everything is told as a fact there is nothing to choose. */
export function ModalityFilter() {
  const { all } = useFacets();
  const countsOf = useFacetCounts('modality');
  const present = Modality.options.filter((value) => (countsOf(value).all ?? 0) > 0);
  if (!all || present.every((value) => value === 'actual')) return null;
  return (
    <FilterGroup name="modality" title={modalityFilter.title}>
      {present.map((value) => (
        <CheckRow
          key={value}
          name="modality"
          value={value}
          all={present}
          count={<FilterCount {...countsOf(value)} />}
        >
          {modalityTitles[value]}
        </CheckRow>
      ))}
    </FilterGroup>
  );
}
