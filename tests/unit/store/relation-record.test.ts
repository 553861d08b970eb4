import { describe, expect, it } from '@jest/globals';

import { Entity } from '@/lib/model/entity';
import { order } from '@/lib/store/verbs/read/relation-details';
import { toRelationBrief, toRelationRecord, toWords } from '@/lib/store/verbs/rows/relation-record';

import { createType } from '../../contract/batch.fixture';

const properties = {
  id: 'r-1',
  class: 'verbal-conflict',
  about: 'trade',
  place: 'Porto',
  start: '2023-05',
  precision: 'month',
  modality: 'future',
  evidence: 3,
  documents: 2,
  supports: 1,
  contested: true,
};

const row = (more: object = {}) => ({
  relation: { ...properties, ...more },
  type: 'WAS_SEEN_WITH',
  subject: 'usa',
  object: 'china',
});

describe('A stored relation', () => {
  it('is read with all that is known of it', () => {
    expect(toRelationRecord(row())).toEqual({
      id: 'r-1',
      type: 'WAS_SEEN_WITH',
      class: 'verbal-conflict',
      subject: 'usa',
      object: 'china',
      about: 'trade',
      when: { start: '2023-05', precision: 'month' },
      place: 'Porto',
      modality: 'future',
      evidence: 3,
      documents: 2,
      contested: true,
      denied: false,
      coMentionsOnly: false,
    });
  });

  it('says of what is not known that it is not', () => {
    const nothing = { about: null, place: null, start: null, precision: null, contested: null };

    expect(toRelationRecord(row(nothing))).toMatchObject({
      about: null,
      when: null,
      place: null,
      contested: false,
    });
  });

  it('is only named together where the store says so', () => {
    expect(toRelationRecord(row({ coMentionsOnly: true })).coMentionsOnly).toBe(true);
    expect(toRelationRecord(row({ coMentionsOnly: null })).coMentionsOnly).toBe(false);
  });

  it('is denied when nothing supports it', () => {
    expect(toRelationRecord(row({ supports: 0 })).denied).toBe(true);
    expect(toRelationRecord(row({ supports: null })).denied).toBe(true);
  });
});

describe('A relation as a sentence needs it', () => {
  const entities = new Map(
    ['usa', 'china'].map((id) => [
      id,
      Entity.parse({ id, name: id.toUpperCase(), kind: 'country', aliases: ['x'] }),
    ]),
  );
  const record = toRelationRecord(row());

  it('has the label of its type, or the words of its name, and its ends', () => {
    const { type } = createType('WAS_SEEN_WITH', { label: 'seen with', inverse: 'seen by' });

    expect(toRelationBrief(record, new Map([[type.type, type]]), entities)).toMatchObject({
      label: 'seen with',
      inverse: 'seen by',
    });
    expect(toRelationBrief(record, new Map(), entities)).toEqual({
      ...record,
      label: 'was seen with',
      inverse: 'was seen with',
      subject: { id: 'usa', name: 'USA', kind: 'country' },
      object: { id: 'china', name: 'CHINA', kind: 'country' },
    });
  });

  it.each(['usa', 'china'])('is none where %s is not known', (gone) => {
    const others = new Map([...entities].filter(([id]) => id !== gone));

    expect(toRelationBrief(record, new Map(), others)).toBeUndefined();
  });

  it('reads a name as words', () => {
    expect(toWords('A_B_C')).toBe('a b c');
  });
});

describe('The order of two values', () => {
  it.each([
    [1, 2],
    ['a', 'b'],
    [false, true],
  ])('puts %j before %j', (low, high) => {
    expect([order(low, high), order(high, low), order(low, low)]).toEqual([-1, 1, 0]);
  });
});
