import { describe, expect, it } from '@jest/globals';

import { EvidenceGrade, gradeOf, saidGrade } from '@/lib/model/evidence';

const cited = [
  ['a passage', { passage: 'paper.1' }, 'exact'],
  ['a document', { document: 'paper' }, 'exact'],
  ['both', { passage: 'paper.1', document: 'paper' }, 'exact'],
  ['neither', {}, 'row'],
] as const;

describe('The grade of evidence', () => {
  it.each(cited)('follows from %s that it cites, where the input says none', (_, cites, grade) => {
    expect(gradeOf(cites)).toBe(grade);
    expect(saidGrade(cites)).toBeUndefined();
  });

  it.each(cited)('is what the input says, whatever it cites: %s', (...[, cites]) => {
    for (const grade of EvidenceGrade.options) expect(gradeOf({ ...cites, grade })).toBe(grade);
  });

  it.each(cited)('is kept with %s only where that does not tell it', (_, cites, told) => {
    for (const grade of EvidenceGrade.options)
      expect(saidGrade({ ...cites, grade })).toBe(grade === told ? undefined : grade);
  });
});
