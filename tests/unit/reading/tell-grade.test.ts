import { describe, expect, it } from '@jest/globals';

import { tellGrade } from '@/lib/reading/tell-grade';
import { CitedEvidence } from '@/lib/model/relation-detail';

const passage = { id: 'd.1', index: 1, text: 'Ana met Bo.' };

describe('tellGrade', () => {
  it.each([
    ['exact', { passage }, undefined],
    ['exact', {}, undefined],
    ['candidate', { passage }, 'The only passage both are named in.'],
    ['candidate', {}, 'The only document both are named in.'],
    ['co-mention', { passage }, 'Both are named here; nothing says the relation was extracted here.'],
    ['row', { file: 'people.csv', line: 3 }, 'A line of people.csv.'],
    ['row', {}, undefined],
  ])('says of evidence that is %s %j: %s', (grade, cited, words) => {
    const evidence = CitedEvidence.parse({ id: 'v', stance: 'supports', mentions: [], grade, ...cited });

    expect(tellGrade(evidence)).toBe(words);
  });
});
