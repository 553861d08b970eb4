import { describe, expect, it } from '@jest/globals';

import { countEvidence, groupEvidence, relationsFrom } from '@/lib/reading/group-evidence';
import { RelationDetail } from '@/lib/model/relation-detail';

const us = { id: 'us', name: 'United States', kind: 'country', aliases: [] };
const china = { id: 'china', name: 'China', kind: 'country', aliases: [] };

const met = relation('met', { type: 'MET', when: '2023-06', evidence: [evidence('m1', 'doc.1')] });
const balloon = relation('balloon', {
  when: '2023-02',
  evidence: [evidence('b1', 'doc.2', 'denies'), evidence('b2', 'doc.3'), evidence('b3', 'doc.2')],
});
const undated = relation('undated', { evidence: [evidence('u1', 'doc.4')] });
const early = relation('early', {
  when: '2022',
  subject: china,
  object: us,
  evidence: [evidence('e1', 'other.1')],
});
const pair = [met, undated, balloon, early];

describe('groupEvidence', () => {
  it('puts the type with the most evidence first and counts what it cites', () => {
    expect(groupEvidence(pair).map((group) => [group.type, group.evidence])).toEqual([
      ['ACCUSED', 5],
      ['MET', 1],
    ]);
  });

  it('orders the relations of a type by date, undated ones last', () => {
    const [accused] = groupEvidence(pair);

    expect(accused?.relations.map(({ relation: { id } }) => id)).toEqual(['early', 'balloon', 'undated']);
  });

  it('numbers evidence in reading order, denials behind what supports the same relation', () => {
    const read = groupEvidence(pair).flatMap(({ relations }) =>
      relations.flatMap(({ supports, denies }) => [...supports, ...denies]),
    );

    expect(read.map(({ number, evidence: { id } }) => `${number} ${id}`)).toEqual([
      '1 e1',
      '2 b2',
      '3 b3',
      '4 b1',
      '5 u1',
      '6 m1',
    ]);
  });

  it('keeps denials apart', () => {
    const [accused] = groupEvidence([balloon]);

    expect(accused?.relations[0]?.denies.map(({ evidence: { id } }) => id)).toEqual(['b1']);
  });

  it('orders types with as much evidence by their labels', () => {
    const zed = relation('zed', { type: 'ZED', label: 'zeds', evidence: [evidence('z1', 'doc.1')] });

    expect(groupEvidence([zed, met]).map(({ type }) => type)).toEqual(['MET', 'ZED']);
    expect(groupEvidence([met, zed]).map(({ type }) => type)).toEqual(['MET', 'ZED']);
  });

  it('leaves relations of the same date in their order, whichever it is', () => {
    const [one, other] = ['one', 'other'].map((id) =>
      relation(id, { when: '2023', evidence: [evidence(id, 'd.1')] }),
    );
    if (!one || !other) throw new Error('no relations');
    const idsOf = (relations: readonly RelationDetail[]) =>
      groupEvidence(relations)[0]?.relations.map(({ relation: { id } }) => id);

    expect(idsOf([one, other])).toEqual(['one', 'other']);
    expect(idsOf([other, one])).toEqual(['other', 'one']);
    expect(idsOf([undated, one])).toEqual(['one', 'undated']);
    expect(idsOf([one, undated])).toEqual(['one', 'undated']);
  });

  it('leaves the relations it was given in their order', () => {
    const given = [met, undated, balloon];

    groupEvidence(given);

    expect(given).toEqual([met, undated, balloon]);
  });
});

describe('relationsFrom', () => {
  it('keeps the relations in one direction', () => {
    expect(relationsFrom(pair, early.subject.id).map(({ id }) => id)).toEqual(['early']);
  });
});

describe('countEvidence', () => {
  it('counts a passage once, however many relations it says', () => {
    expect(countEvidence(pair)).toEqual({ evidence: 6, passages: 5, sources: 2, together: 0, contested: 1 });
  });

  it('counts the file of a bare triple as a source', () => {
    const fromFile = { id: 'x', stance: 'supports', grade: 'row', file: 'a.csv', line: 2, mentions: [] };
    const bare = relation('bare', { evidence: [fromFile] });

    expect(countEvidence([bare])).toEqual({
      evidence: 1,
      passages: 0,
      sources: 1,
      together: 0,
      contested: 0,
    });
  });

  it('counts passages that merely name both apart, each once, and calls none of them a source', () => {
    const named = relation('named', {
      evidence: [
        { ...evidence('n1', 'else.1'), grade: 'co-mention' },
        { ...evidence('n2', 'else.1'), grade: 'co-mention' },
        { ...evidence('n3', 'doc.1'), grade: 'co-mention' },
        { ...evidence('n4', 'doc.2'), grade: 'candidate' },
      ],
    });

    expect(countEvidence([named])).toMatchObject({ evidence: 4, passages: 1, sources: 1, together: 2 });
    expect(countEvidence([met, named])).toMatchObject({ evidence: 5, passages: 2, sources: 1, together: 1 });
  });
});

function relation(
  id: string,
  {
    when,
    evidence: cited,
    ...rest
  }: Record<string, unknown> & { evidence: { stance: string; grade?: string }[]; when?: string },
): RelationDetail {
  const stances = new Set(cited.map(({ stance }) => stance));
  return RelationDetail.parse({
    id,
    type: 'ACCUSED',
    label: 'accused',
    class: 'verbal-conflict',
    subject: us,
    object: china,
    about: null,
    when: when === undefined ? null : { start: when, precision: 'month' },
    place: null,
    modality: 'actual',
    contested: stances.size > 1,
    coMentionsOnly: false,
    evidence: cited,
    ...rest,
  });
}

function evidence(id: string, passage: string, stance = 'supports') {
  const [document = '', index = ''] = passage.split('.');
  return {
    id,
    stance,
    grade: 'exact',
    passage: { id: passage, index: Number(index), text: 'They spoke.' },
    document: { id: document, title: document },
    mentions: [],
  };
}
