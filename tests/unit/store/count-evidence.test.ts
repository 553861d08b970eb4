import { describe, expect, it } from '@jest/globals';

import { countEvidence } from '@/lib/store/verbs/rows/count-evidence';

const says = (stance: 'supports' | 'denies', document?: string, file?: string) => ({
  relation: 'r',
  stance,
  document,
  file,
});

describe('countEvidence', () => {
  it('counts a document once and input files where there is no document', () => {
    const counts = countEvidence([
      says('supports', 'd1'),
      says('supports', 'd1'),
      says('supports', undefined, 'f.csv'),
    ]);

    expect(counts).toEqual({ evidence: 3, supports: 3, documents: 2, contested: false, sources: ['d1'] });
  });

  it.each([
    [['supports', 'denies'] as const, true],
    [['supports', 'supports'] as const, false],
    [['denies', 'denies'] as const, false],
  ])('calls %j contested: %s', (stances, contested) => {
    expect(countEvidence(stances.map((stance) => says(stance))).contested).toBe(contested);
  });
});
