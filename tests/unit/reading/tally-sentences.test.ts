import { describe, expect, it } from '@jest/globals';

import { tallySentences } from '@/lib/reading/tally-sentences';
import { RelationTally } from '@/lib/model/entity-detail';

function toTally(type: string, direction: 'from' | 'to', more: Partial<RelationTally> = {}): RelationTally {
  const words = type.toLowerCase();
  return RelationTally.parse({
    type,
    label: words,
    inverse: `was ${words}`,
    class: 'none',
    direction,
    relations: 1,
    denied: 0,
    ...more,
  });
}

describe('tallySentences', () => {
  it('tells the directions of a type apart, the one with most relations first', () => {
    const tallies = [toTally('ACCUSED', 'from'), toTally('ACCUSED', 'to', { relations: 717, denied: 2 })];

    expect(tallySentences(tallies)).toEqual([
      { verb: 'was accused', class: 'none', relations: 717, denied: 2 },
      { verb: 'accused', class: 'none', relations: 1, denied: 0 },
    ]);
  });

  it('adds up what reads alike', () => {
    const met = { label: 'met', inverse: 'met', relations: 3 };
    const tallies = [toTally('MET', 'from', met), toTally('MET', 'to', met)];

    expect(tallySentences(tallies)).toEqual([{ verb: 'met', class: 'none', relations: 6, denied: 0 }]);
  });

  it('adds up what is denied, keeps classes apart, and tells as many in the order of their words', () => {
    const denied = { label: 'met', inverse: 'met', denied: 2 };
    const tallies = [
      toTally('PAID', 'from'),
      toTally('MET', 'from', denied),
      toTally('MET', 'to', { ...denied, class: 'verbal-conflict' }),
      toTally('CITED', 'from'),
      toTally('MET', 'to', denied),
    ];

    expect(tallySentences(tallies).map(({ verb, class: of, denied: no }) => [verb, of, no])).toEqual([
      ['met', 'none', 4],
      ['cited', 'none', 0],
      ['met', 'verbal-conflict', 2],
      ['paid', 'none', 0],
    ]);
  });
});
