import { describe, expect, it } from '@jest/globals';

import { toEvidenceRows } from '@/lib/reading/evidence-rows';
import { groupEvidence } from '@/lib/reading/group-evidence';
import { RelationDetail } from '@/lib/model/relation-detail';

const relation = (id: string, type: string, evidence: readonly [string, 'supports' | 'denies'][]) =>
  RelationDetail.parse({
    id,
    type,
    label: type.toLowerCase(),
    class: 'none',
    subject: { id: 'a', name: 'A', kind: 'thing', aliases: [] },
    object: { id: 'b', name: 'B', kind: 'thing', aliases: [] },
    about: null,
    when: null,
    place: null,
    modality: 'actual',
    contested: false,
    coMentionsOnly: false,
    evidence: evidence.map(([piece, stance]) => ({ id: piece, stance, grade: 'row', mentions: [] })),
  });

describe('toEvidenceRows', () => {
  const groups = groupEvidence([
    relation('r1', 'MET', [
      ['v2', 'denies'],
      ['v1', 'supports'],
    ]),
    relation('r2', 'MET', [['v3', 'supports']]),
    relation('r3', 'ACCUSED', [['v4', 'supports']]),
  ]);

  it('puts each type, each relation and each piece on a row of its own, in reading order', () => {
    const { rows } = toEvidenceRows(groups);

    expect(
      rows.map((row) =>
        row.kind === 'group'
          ? row.group.type
          : row.kind === 'relation'
            ? row.told.relation.id
            : row.piece.evidence.id,
      ),
    ).toEqual(['MET', 'r1', 'v1', 'v2', 'r2', 'v3', 'ACCUSED', 'r3', 'v4']);
  });

  it('tells the first relation of a type and the first piece of a relation', () => {
    const { rows } = toEvidenceRows(groups);

    expect(rows.map((row) => row.kind !== 'group' && row.isFirst)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('knows the row of each piece', () => {
    const { ids, places } = toEvidenceRows(groups);

    expect(ids).toEqual(['v1', 'v2', 'v3', 'v4']);
    expect(places).toEqual([2, 3, 5, 8]);
  });
});
