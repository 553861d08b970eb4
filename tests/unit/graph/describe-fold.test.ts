import { describe, expect, it } from '@jest/globals';

import { describeFold, describeMore } from '@/lib/graph/describe';
import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations } from '@/lib/graph/fold-relations';
import { mergeSlice } from '@/lib/graph/merge-slice';

import { toSlice } from '../../fixtures/slice.fixture';

const slice = toSlice({ entities: { ann: 'person', bob: 'person' }, relations: ['ann FOUGHT bob'] });
const types = new Map([['FOUGHT', { label: 'fought' }]]);

function toFold(modality: 'actual' | 'future' | 'hypothetical', contested: boolean) {
  const facts = createFactsGraph();
  const relations = { ...slice.relations, evidence: [2], modality: [modality], contested: [contested] };
  mergeSlice(facts, { ...slice, relations });
  const [fold] = foldRelations(facts, { relations: new Set(slice.relations.id) });
  if (!fold) throw new Error('Nothing was folded.');
  return fold;
}

describe('describeFold', () => {
  it.each([
    { modality: 'actual', contested: false, words: 'fought · 2' },
    { modality: 'actual', contested: true, words: 'fought · 2, contested' },
    { modality: 'future', contested: false, words: 'fought · 2, expected' },
    { modality: 'hypothetical', contested: true, words: 'fought · 2, hypothetical, contested' },
  ] as const)('says "$words"', ({ modality, contested, words }) => {
    expect(describeFold(toFold(modality, contested), types)).toBe(words);
  });
});

describe('describeMore', () => {
  it('counts what is not drawn, and what of it is contested', () => {
    const [plain, contested] = [toFold('actual', false), toFold('actual', true)];

    expect(describeMore([plain, plain])).toBe('2 more');
    expect(describeMore([plain, plain, contested])).toBe('3 more, 1 contested');
  });
});
