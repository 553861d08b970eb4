import { describe, expect, it } from '@jest/globals';

import type { EvidenceGrade } from '@/lib/model/evidence';
import { CitedEvidence } from '@/lib/model/relation-detail';
import { standingByEvidence, standingHere, standingOf, standingOfPiece } from '@/lib/reading/standing';

interface Said {
  readonly by?: string;
  readonly denies?: boolean;
  readonly grade?: EvidenceGrade;
}

function said({ by, denies = false, grade = 'exact' }: Said): CitedEvidence {
  return CitedEvidence.parse({
    id: 'v-1',
    stance: denies ? 'denies' : 'supports',
    attributedTo: by,
    grade,
    mentions: [],
  });
}

const here = { speakers: ['Cy'], isOwnVoice: true, isTogetherOnly: false };

describe('How a relation stands', () => {
  it.each([
    [false, false, 'supported'],
    [true, false, 'contested'],
    [false, true, 'denied'],
    [true, true, 'denied'],
  ])('without its evidence, contested %s and denied %s, is %s', (contested, denied, stance) => {
    const known = { contested, denied, speakers: ['Cy'] };

    expect(standingOf({ ...known, coMentionsOnly: true })).toEqual({
      ...{ stance, speakers: ['Cy'], isHere: false, isTogetherOnly: true },
    });
    expect(standingOf({ ...known, coMentionsOnly: false }).isTogetherOnly).toBe(false);
  });

  it.each([
    ['nothing', [], 'supported', []],
    ['what a document says', [{}], 'supported', []],
    ['what one says, twice', [{ by: 'Cy' }, { by: 'Cy' }], 'supported', ['Cy']],
    ['what two say', [{ by: 'Di' }, { by: 'Cy' }], 'supported', ['Di', 'Cy']],
    ['what one and a document say', [{ by: 'Cy' }, {}], 'supported', []],
    ['what one says and a document denies', [{ by: 'Cy' }, { denies: true }], 'supported', ['Cy']],
    ['what one denies', [{ by: 'Cy', denies: true }], 'denied', ['Cy']],
    ['what one and a document deny', [{ by: 'Cy', denies: true }, { denies: true }], 'denied', []],
  ] satisfies readonly (readonly [string, readonly Said[], string, readonly string[]])[])(
    'follows from its evidence: %s',
    (...[, pieces, stance, speakers]) => {
      const standing = standingByEvidence({ contested: false, evidence: pieces.map(said) });

      expect(standing).toEqual({ stance, speakers, isHere: false, isTogetherOnly: false });
    },
  );

  it('is contested where it is, unless all its evidence denies it', () => {
    const stanceOf = (...pieces: readonly Said[]) =>
      standingByEvidence({ contested: true, evidence: pieces.map(said) }).stance;

    expect(stanceOf({}, { denies: true })).toBe('contested');
    expect(stanceOf({ denies: true })).toBe('denied');
  });

  it.each([
    [[{ grade: 'co-mention' }], true],
    [[{ grade: 'co-mention' }, { grade: 'candidate' }], false],
    [[{ grade: 'co-mention' }, { grade: 'exact', denies: true }], true],
    [[{ grade: 'exact' }, { grade: 'co-mention', denies: true }], false],
    [[{ grade: 'co-mention', denies: true }], true],
    [[], false],
  ] satisfies readonly (readonly [readonly Said[], boolean])[])(
    'is told as only named together where what tells it says no more: %j',
    (pieces, isTogetherOnly) => {
      expect(standingByEvidence({ contested: false, evidence: pieces.map(said) })).toMatchObject({
        isTogetherOnly,
      });
    },
  );

  it('in one passage is what that says, and contested where others deny it', () => {
    expect(standingHere({ contested: false }, { ...here, stance: 'supports' })).toEqual({
      ...here,
      ...{ stance: 'supported', isHere: true },
    });
    expect(standingHere({ contested: true }, { ...here, stance: 'supports' }).stance).toBe('contested');
    expect(standingHere({ contested: true }, { ...here, stance: 'denies' }).stance).toBe('denied');
  });

  it('by one piece of evidence names who says that', () => {
    const standing = { isHere: true, isOwnVoice: false };

    expect(standingOfPiece({ contested: false }, said({ by: 'Cy', denies: true }))).toEqual({
      ...standing,
      ...{ stance: 'denied', speakers: ['Cy'], isTogetherOnly: false },
    });
    expect(standingOfPiece({ contested: true }, said({ grade: 'co-mention' }))).toEqual({
      ...standing,
      ...{ stance: 'contested', speakers: [], isTogetherOnly: true },
    });
  });
});
