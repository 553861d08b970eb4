import { describe, expect, it } from '@jest/globals';

import type { EvidenceGrade } from '@/lib/model/evidence';
import { countEvidence } from '@/lib/store/verbs/rows/count-evidence';

const says = (stance: 'supports' | 'denies', document?: string, file?: string) => ({
  stance,
  document,
  file,
});
const tied = (grade: EvidenceGrade | undefined, stance: 'supports' | 'denies' = 'supports') => ({
  stance,
  document: 'd',
  grade,
});

describe('countEvidence', () => {
  it('counts a document once and input files where there is no document', () => {
    const counts = countEvidence([
      says('supports', 'd1'),
      says('supports', 'd1'),
      says('supports', undefined, 'f.csv'),
    ]);

    expect(counts).toEqual({
      ...{ evidence: 3, supports: 3, documents: 2, contested: false, sources: ['d1'] },
      ...{ grades: undefined, coMentionsOnly: false },
    });
  });

  it.each([
    [['supports', 'denies'] as const, true],
    [['supports', 'supports'] as const, false],
    [['denies', 'denies'] as const, false],
  ])('calls %j contested: %s', (stances, contested) => {
    expect(countEvidence(stances.map((stance) => says(stance))).contested).toBe(contested);
  });

  it.each([
    [[tied(undefined)], undefined],
    [[tied('exact'), says('supports', undefined, 'f.csv')], undefined],
    [[says('supports', undefined, 'f.csv')], undefined],
    [[says('supports')], undefined],
    [
      [tied('exact'), says('supports')],
      ['exact', 'row'],
    ],
    [[tied('candidate')], ['candidate']],
    [
      [tied('co-mention'), tied('exact')],
      ['exact', 'co-mention'],
    ],
    [
      [tied('co-mention'), says('supports', undefined, 'f.csv')],
      ['co-mention', 'row'],
    ],
  ])('keeps the grades that the other numbers do not tell: %#', (evidence, grades) => {
    expect(countEvidence(evidence).grades).toEqual(grades);
  });

  it.each([
    [[tied('co-mention'), tied('co-mention')], true],
    [[tied('co-mention'), tied('exact')], false],
    [[tied('co-mention'), tied('exact', 'denies')], true],
    [[tied('exact'), tied('co-mention', 'denies')], false],
    [[tied('co-mention', 'denies')], true],
    [[tied('co-mention', 'denies'), tied('exact', 'denies')], false],
    [[tied(undefined)], false],
  ])('says whether what supports it, or else what denies it, only names both: %#', (evidence, expected) => {
    expect(countEvidence(evidence).coMentionsOnly).toBe(expected);
  });

  it('names its sources in one order', () => {
    expect(countEvidence(['c', 'a', 'b'].map((document) => says('supports', document))).sources).toEqual([
      ...['a', 'b', 'c'],
    ]);
  });

  it('takes no document and no file of a co-mention for a source', () => {
    const together = countEvidence([
      tied('co-mention'),
      { ...tied('co-mention'), document: undefined, file: 'f.csv' },
    ]);

    expect(together).toMatchObject({ evidence: 2, documents: 0, sources: [] });
  });
});
