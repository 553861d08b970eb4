import { describe, expect, it } from '@jest/globals';

import { CitedEvidence } from '@/lib/model/relation-detail';
import { newStatement } from '@/lib/reading/new-statement';

const piece = (id: string, statement?: string) =>
  CitedEvidence.parse({ id, stance: 'supports', grade: 'exact', mentions: [], statement });

describe('newStatement', () => {
  it('gives the same words once, with the first piece that has them', () => {
    const evidence = [
      piece('v1'),
      piece('v2', 'They met.'),
      piece('v3', 'They met.'),
      piece('v4', 'They fell out.'),
    ];

    expect(evidence.map((each) => newStatement({ evidence }, each))).toEqual([
      undefined,
      'They met.',
      undefined,
      'They fell out.',
    ]);
  });
});
