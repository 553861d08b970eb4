import type { SliceQuery } from '@/lib/model/slice';

import type { SliceFilter } from '../cypher/slice-queries';
import type { Parameters } from '../engine';

export interface BoundFilter extends SliceFilter {
  readonly parameters: Parameters;
  /** Whether the query asks for anything less than the whole graph. */
  readonly isOpen: boolean;
}

/**
 * In: the filters of a slice. Out: the pattern and condition that keep the relations that pass, with their parameters.
 *
 * Dates are EDTF text at various precisions. `~` sorts after digits and dashes, so `2023~` stands after every day of 2023.
 */
export function toSliceFilter(query: SliceQuery): BoundFilter {
  const conditions = ['r.supports > 0'];
  const parameters: Record<string, unknown> = {};
  const add = (isAsked: boolean, condition: string, values: Parameters) => {
    if (!isAsked) return;
    conditions.push(condition);
    Object.assign(parameters, values);
  };
  add(query.classes.length > 0, 'r.class IN $classes', { classes: query.classes });
  add(query.sources.length > 0, 'ANY(source IN $sources WHERE source IN r.sources)', {
    sources: query.sources,
  });
  add(query.modalities.length > 0, 'r.modality IN $modalities', { modalities: query.modalities });
  add(query.minEvidence > 1, 'r.evidence >= $minEvidence', { minEvidence: query.minEvidence });
  add(query.from !== undefined, `coalesce(r.end, r.start) + '~' >= $from`, { from: query.from });
  add(query.to !== undefined, `r.start <= $to`, { to: `${query.to ?? ''}~` });
  return {
    types: query.types.length > 0 ? `:${query.types.join('|')}` : '',
    condition: conditions.join(' AND '),
    parameters,
    isOpen: conditions.length === 1 && query.types.length === 0,
  };
}
