import { describe, expect, it } from '@jest/globals';

import { RelationTypeName } from '@/lib/model/relation-type';
import type { SliceQuery } from '@/lib/model/slice';
import { toSliceFilter } from '@/lib/store/verbs/slice-filter';

const everything: SliceQuery = {
  seeds: [],
  depth: 1,
  limit: 1,
  types: [],
  classes: [],
  sources: [],
  modalities: [],
  minEvidence: 1,
};

describe('toSliceFilter', () => {
  it('asks for everything that is not only denied when nothing is filtered', () => {
    expect(toSliceFilter(everything)).toEqual({
      types: '',
      condition: 'r.supports > 0',
      parameters: {},
      isOpen: true,
    });
  });

  it('puts nothing but accepted type names into the text', () => {
    const filter = toSliceFilter({
      ...everything,
      types: [RelationTypeName.parse('MET'), RelationTypeName.parse('ACCUSED')],
      classes: ['verbal-conflict'],
      from: "2023' OR true",
      to: '2024',
      minEvidence: 3,
    });

    expect(filter.types).toBe(':MET|ACCUSED');
    expect(filter.condition).not.toContain('true');
    expect(filter.parameters).toEqual({
      classes: ['verbal-conflict'],
      from: "2023' OR true",
      to: '2024~',
      minEvidence: 3,
    });
    expect(filter.isOpen).toBe(false);
  });
});
