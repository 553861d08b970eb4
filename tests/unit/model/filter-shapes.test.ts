import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';

import { Facets } from '@/lib/model/facets';
import { Highlights } from '@/lib/model/highlights';
import { everyRelation } from '@/lib/model/relation-filter';

const document = { id: 'paper', title: 'A paper' };
const facets = {
  classes: [{ class: 'none', count: 1 }],
  types: [{ type: 'MET', count: 1 }],
  kinds: [{ kind: 'country', count: 0 }],
  modalities: [{ modality: 'future', count: 1 }],
  grades: [{ grade: 'row', count: 1 }],
  sources: [{ source: document, count: 1 }],
  contested: [{ contested: true, count: 1 }],
  total: { entities: 2, relations: 1, evidence: 1, denied: 0, sources: 1 },
};
const pair = { a: { id: 'usa', name: 'United States' }, b: { id: 'china', name: 'China' } };
const shapes: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['the counts of filters', Facets, facets],
  ['highlights', Highlights, { busiest: [{ ...pair, evidence: 1 }], contested: [{ ...pair, contested: 1 }] }],
];

describe('What tells where to begin', () => {
  it.each(shapes)('keeps every field of %s', (_, shape, value) => {
    expect(shape.parse(value)).toEqual(value);
    expect(shape.safeParse({}).success).toBe(false);
  });
});

describe('The filter that every relation passes', () => {
  it('asks for nothing', () => {
    const nothing: readonly string[] = [];

    expect(everyRelation).toEqual({
      ...{ types: nothing, classes: nothing, kinds: nothing, sources: nothing },
      ...{ modalities: nothing, grades: nothing, minEvidence: 1 },
    });
  });
});
