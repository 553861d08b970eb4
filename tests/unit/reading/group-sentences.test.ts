import { describe, expect, it } from '@jest/globals';

import { groupSentences } from '@/lib/reading/group-sentences';
import { RelationBrief } from '@/lib/model/entity-detail';
import { EntityId } from '@/lib/model/ids';

const china = EntityId.parse('china');

describe('groupSentences', () => {
  it('keeps what an entity did apart from what was done to it', () => {
    const groups = groupSentences([accused('china', 'us'), accused('us', 'china')], china);

    expect(groups.map(({ verb }) => verb)).toEqual(['accused', 'was accused by']);
  });

  it('puts the verb with most relations first', () => {
    const groups = groupSentences(
      [accused('china', 'us'), accused('us', 'china', '2023-06'), accused('us', 'china', '2023-02')],
      china,
    );

    expect(groups[0]).toMatchObject({ verb: 'was accused by', relations: { length: 2 } });
  });

  it('orders the relations of a verb by date, undated ones last', () => {
    const [group] = groupSentences(
      [accused('china', 'us'), accused('china', 'us', '2023-06'), accused('china', 'us', '2023-02')],
      china,
    );

    expect(group?.relations.map(({ when }) => when?.start)).toEqual(['2023-02', '2023-06', undefined]);
  });
});

describe('the relations of a verb', () => {
  it.each([
    [
      ['2023-06', '2023-02', '2023-04'],
      ['2023-02', '2023-04', '2023-06'],
    ],
    [
      ['2023-02', '2023-04', '2023-06'],
      ['2023-02', '2023-04', '2023-06'],
    ],
    [
      [undefined, '2023-02', undefined, '2022'],
      ['2022', '2023-02', undefined, undefined],
    ],
  ])('are in the order of their dates: %j', (given, sorted) => {
    const [group] = groupSentences(
      given.map((start) => accused('china', 'us', start)),
      china,
    );

    expect(group?.relations.map(({ when }) => when?.start)).toEqual(sorted);
  });

  it('stay in their order when they have the same date', () => {
    const [group] = groupSentences([accused('china', 'us', '2023'), accused('china', 'eu', '2023')], china);

    expect(group?.relations.map(({ object }) => object.id)).toEqual(['us', 'eu']);
  });
});

function accused(subject: string, object: string, start?: string): RelationBrief {
  return RelationBrief.parse({
    id: `${subject}-${object}-${start ?? 'undated'}`,
    type: 'ACCUSED',
    label: 'accused',
    inverse: 'was accused by',
    class: 'verbal-conflict',
    subject: { id: subject, name: subject, kind: 'country' },
    object: { id: object, name: object, kind: 'country' },
    about: null,
    when: start === undefined ? null : { start, precision: 'month' },
    place: null,
    modality: 'actual',
    evidence: 1,
    documents: 1,
    contested: false,
    denied: false,
    coMentionsOnly: false,
    speakers: [],
  });
}
