import { describe, expect, it } from '@jest/globals';

import { readParagraphs } from '@/lib/reading/read-paragraphs';
import { saidSentence } from '@/lib/reading/tell-passage';
import { DocumentDetail } from '@/lib/model/document-detail';

describe('readParagraphs', () => {
  it('gives each paragraph the relations that it says, in the order of their quotes', () => {
    const detail = documentWith([
      { id: 'e1', relation: 'late', passage: 'd.1', stance: 'supports', start: 20, end: 25 },
      { id: 'e2', relation: 'unquoted', passage: 'd.1', stance: 'supports' },
      { id: 'e3', relation: 'early', passage: 'd.1', stance: 'supports', start: 0, end: 5 },
    ]);

    expect(readParagraphs(detail).map(({ said }) => said.map(({ relation }) => relation.id))).toEqual([
      ['early', 'late', 'unquoted'],
      [],
    ]);
  });

  it('joins several quotes of one relation', () => {
    const detail = documentWith([
      { id: 'e1', relation: 'early', passage: 'd.2', stance: 'supports', start: 0, end: 5 },
      {
        id: 'e2',
        relation: 'early',
        passage: 'd.2',
        stance: 'supports',
        start: 9,
        end: 12,
        attributedTo: 'China',
      },
    ]);

    expect(readParagraphs(detail)[1]?.said).toMatchObject([
      {
        speakers: ['China'],
        isOwnVoice: true,
        quotes: [
          { start: 0, end: 5 },
          { start: 9, end: 12 },
        ],
      },
    ]);
  });

  it('names all who say the same, each once', () => {
    const said = { relation: 'early', passage: 'd.1', stance: 'supports' };
    const detail = documentWith([
      { id: 'e1', ...said, attributedTo: 'China' },
      { id: 'e2', ...said, attributedTo: 'Russia' },
      { id: 'e3', ...said, attributedTo: 'China' },
    ]);

    expect(readParagraphs(detail)[0]?.said).toMatchObject([
      { speakers: ['China', 'Russia'], isOwnVoice: false },
    ]);
  });

  it('keeps a denial apart from what supports the same relation', () => {
    const detail = documentWith([
      { id: 'e1', relation: 'early', passage: 'd.1', stance: 'supports', start: 0, end: 5 },
      { id: 'e2', relation: 'early', passage: 'd.1', stance: 'denies', start: 9, end: 12 },
    ]);

    expect(readParagraphs(detail)[0]?.said.map(({ stance }) => stance)).toEqual(['supports', 'denies']);
  });

  it('tells what a paragraph merely names together from what is said to have been read there', () => {
    const detail = documentWith([
      { id: 'e1', relation: 'early', passage: 'd.1', stance: 'supports', grade: 'co-mention' },
      { id: 'e2', relation: 'late', passage: 'd.1', stance: 'supports', grade: 'candidate' },
      { id: 'e3', relation: 'late', passage: 'd.1', stance: 'supports', grade: 'co-mention' },
    ]);

    const [first] = readParagraphs(detail);

    expect(first?.said.map(saidSentence).map(({ marks }) => marks.map(({ words }) => words))).toEqual([
      ['only named together here'],
      [],
    ]);
  });
});

function documentWith(evidence: readonly object[]): DocumentDetail {
  const party = { id: 'china', name: 'China', kind: 'country' };
  return DocumentDetail.parse({
    document: { id: 'd', title: 'A document' },
    passages: [1, 2].map((index) => ({
      id: `d.${index}`,
      index,
      text: 'Somebody met somebody else.',
      mentions: [],
      relations: [],
    })),
    entities: [],
    relations: ['early', 'late', 'unquoted'].map((id) => ({
      id,
      type: 'MET',
      label: 'met',
      inverse: 'met',
      class: 'verbal-cooperation',
      subject: party,
      object: party,
      about: null,
      when: null,
      place: null,
      modality: 'actual',
      evidence: 1,
      documents: 1,
      contested: false,
      denied: false,
      coMentionsOnly: false,
      speakers: [],
    })),
    evidence: evidence.map((each) => ({ grade: 'exact', ...each })),
  });
}
