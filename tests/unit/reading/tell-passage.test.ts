import { describe, expect, it } from '@jest/globals';

import { RelationBrief } from '@/lib/model/entity-detail';
import { RelationId } from '@/lib/model/ids';
import { sentenceText } from '@/lib/reading/relation-sentence';
import { relationsById, saidSentence, tellPassage } from '@/lib/reading/tell-passage';

type Piece = Parameters<typeof tellPassage>[0][number];

function brief(id: string, label: string): RelationBrief {
  return RelationBrief.parse({
    ...{ id, type: 'MET', label, inverse: 'met', class: 'none', about: 'trade', place: 'Porto' },
    subject: { id: 'ann', name: 'Ann', kind: 'person' },
    object: { id: 'bob', name: 'Bob', kind: 'person' },
    when: { start: '2023', precision: 'year' },
    ...{ modality: 'actual', evidence: 2, documents: 1, contested: false, denied: false },
    ...{ coMentionsOnly: false, speakers: [] },
  });
}

const met = brief('met', 'met');
const paid = brief('paid', 'paid');
const relations = relationsById([{ relations: [met] }, { relations: [paid, met] }]);

function piece(relation: string, more: Partial<Piece> = {}): Piece {
  return { relation: RelationId.parse(relation), stance: 'supports', grade: 'exact', ...more };
}

function tell(...pieces: readonly Piece[]) {
  return tellPassage(pieces, relations);
}

describe('What a passage says', () => {
  it('is each relation and stance once, in the order in which they come', () => {
    const said = tell(
      piece('paid'),
      piece('met'),
      piece('paid', { stance: 'denies' }),
      piece('paid'),
      piece('unknown'),
    );

    expect(said.map(({ relation, stance }) => [relation, stance])).toEqual([
      [paid, 'supports'],
      [met, 'supports'],
      [paid, 'denies'],
    ]);
  });

  it('is said by all to whom it is attributed, once each, and by the passage itself where it is not', () => {
    const [byOthers] = tell(...['Cy', 'Di', 'Cy'].map((attributedTo) => piece('met', { attributedTo })));
    const [byBoth] = tell(piece('met', { attributedTo: 'Cy' }), piece('met'));

    expect(byOthers).toMatchObject({ speakers: ['Cy', 'Di'], isOwnVoice: false });
    expect(byBoth).toMatchObject({ speakers: ['Cy'], isOwnVoice: true });
  });

  it('is only named together where no piece says more', () => {
    const together = piece('met', { grade: 'co-mention' });

    expect(tell(together, together)).toMatchObject([{ isTogetherOnly: true }]);
    expect(tell(together, piece('met'))).toMatchObject([{ isTogetherOnly: false }]);
    expect(tell(piece('met'), together)).toMatchObject([{ isTogetherOnly: false }]);
  });

  it('has the quotes that the input gave, and none where it gave half of one', () => {
    const [said] = tell(
      piece('met', { start: 0, end: 3 }),
      piece('met', { start: 5, end: 9 }),
      piece('met', { start: 5 }),
      piece('met', { end: 5 }),
      piece('met'),
    );

    expect(said?.quotes).toEqual([
      { role: 'quote', relation: 'met', start: 0, end: 3 },
      { role: 'quote', relation: 'met', start: 5, end: 9 },
    ]);
  });

  it('is told in a sentence, with what it is about and neither time nor place', () => {
    const sentences = tell(piece('met'), piece('met', { stance: 'denies', attributedTo: 'Cy' })).map((said) =>
      sentenceText(saidSentence(said)),
    );

    expect(sentences[0]).toBe('Ann met Bob, trade');
    expect(sentences[1]).toContain('Denied here');
    expect(sentences[1]).toContain('Cy');
  });
});
