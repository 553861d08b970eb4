import { describe, expect, it } from '@jest/globals';

import { describeMore } from '@/lib/graph/describe';
import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations } from '@/lib/graph/fold-relations';
import { mergeSlice } from '@/lib/graph/merge-slice';

import { toSlice } from '../../fixtures/slice.fixture';

const slice = toSlice({ entities: { ann: 'person', bob: 'person' }, relations: ['ann FOUGHT bob'] });

function toFold(contested: boolean) {
  const facts = createFactsGraph();
  const relations = { ...slice.relations, contested: [contested] };
  mergeSlice(facts, { ...slice, relations });
  const [fold] = foldRelations(facts, { relations: new Set(slice.relations.id) });
  if (!fold) throw new Error('Nothing was folded.');
  return fold;
}

describe('describeMore', () => {
  it('counts what is not drawn, and what of it is contested', () => {
    const [plain, contested] = [toFold(false), toFold(true)];

    expect(describeMore([plain, plain])).toBe('2 more');
    expect(describeMore([plain, plain, contested])).toBe('3 more, 1 contested');
  });
});
