import { describe, expect, it } from '@jest/globals';

import { relationSentence, sentenceText, sharedMarks, type Told } from '@/lib/reading/relation-sentence';
import type { Standing } from '@/lib/reading/standing';
import { EntityId } from '@/lib/model/ids';

const wang = { id: EntityId.parse('wang-yi'), name: 'Wang Yi' };
const sullivan = { id: EntityId.parse('jake-sullivan'), name: 'Jake Sullivan' };

const visited: Told = {
  label: 'visited',
  inverse: 'was visited by',
  subject: wang,
  object: sullivan,
  about: null,
  when: { start: '2023-05', precision: 'month' },
  place: 'Vienna',
  modality: 'actual',
};

const bare: Told = { ...visited, when: null, place: null };
const plain: Standing = { stance: 'supported', speakers: [], isHere: false };

describe('relationSentence', () => {
  it('is told of nobody when no party is named', () => {
    expect(sentenceText(relationSentence(visited, plain))).toBe(
      'Wang Yi visited Jake Sullivan, May 2023, Vienna',
    );
  });

  it('uses the label when told of the subject', () => {
    expect(sentenceText(relationSentence(visited, plain, wang.id))).toBe(
      'visited Jake Sullivan, May 2023, Vienna',
    );
  });

  it('uses the inverse when told of the object', () => {
    expect(sentenceText(relationSentence(visited, plain, sullivan.id))).toBe(
      'was visited by Wang Yi, May 2023, Vienna',
    );
  });

  it('tells a relation of an entity with itself in its own direction', () => {
    expect(sentenceText(relationSentence({ ...visited, object: wang }, plain, wang.id))).toBe(
      'visited itself, May 2023, Vienna',
    );
  });

  it('says of what, and leaves out what is not known', () => {
    const accused = { ...visited, label: 'accused', about: 'espionage', when: null, place: null };

    expect(sentenceText(relationSentence(accused, plain, wang.id))).toBe('accused Jake Sullivan, espionage');
  });

  it.each([
    ['future', 'Expected: Wang Yi visited Jake Sullivan'],
    ['hypothetical', 'Hypothetical: Wang Yi visited Jake Sullivan'],
  ] as const)('says first that a %s relation is no fact', (modality, words) => {
    expect(sentenceText(relationSentence({ ...bare, modality }, plain))).toBe(words);
  });

  it.each([
    ['contested', {}, 'Contested: Wang Yi visited Jake Sullivan'],
    ['denied', {}, 'Denied: Wang Yi visited Jake Sullivan'],
    ['denied', { isHere: true }, 'Denied here: Wang Yi visited Jake Sullivan'],
    ['supported', { isTogetherOnly: true }, 'Only named together: Wang Yi visited Jake Sullivan'],
    [
      'contested',
      { isTogetherOnly: true, isHere: true },
      'Only named together here, contested: Wang Yi visited Jake Sullivan',
    ],
    ['denied', { speakers: ['China'] }, 'Denied by China: Wang Yi visited Jake Sullivan'],
    ['supported', { speakers: ['China'] }, 'Wang Yi visited Jake Sullivan, according to China'],
    ['contested', { speakers: ['China'] }, 'Contested: Wang Yi visited Jake Sullivan, according to China'],
    ['supported', { speakers: ['A', 'B'] }, 'Wang Yi visited Jake Sullivan, according to A and B'],
    [
      'supported',
      { speakers: ['A', 'B'], isOwnVoice: true, isHere: true },
      'Wang Yi visited Jake Sullivan, also according to A and B',
    ],
    [
      'denied',
      { speakers: ['A'], isOwnVoice: true, isHere: true },
      'Denied here, also by A: Wang Yi visited Jake Sullivan',
    ],
  ] as const)('tells a relation that is %s %j', (stance, more, words) => {
    expect(sentenceText(relationSentence(bare, { ...plain, stance, ...more }))).toBe(words);
  });

  it('names three speakers and counts the others, but names all who speak in one passage', () => {
    const told = { ...plain, speakers: ['A', 'B', 'C', 'D', 'E'] };

    expect(relationSentence(bare, told).source).toBe('according to A, B, C and 2 more');
    expect(relationSentence(bare, { ...told, isHere: true }).source).toBe('according to A, B, C, D and E');
  });

  it('tells of a denied hypothesis that it is both', () => {
    const denied = { ...plain, stance: 'denied', speakers: ['China'] } as const;

    expect(sentenceText(relationSentence({ ...bare, modality: 'hypothetical' }, denied))).toBe(
      'Hypothetical, denied by China: Wang Yi visited Jake Sullivan',
    );
  });
});

describe('sharedMarks', () => {
  it('are those that all of the sentences have', () => {
    const [denied, contested] = (['denied', 'contested'] as const).map((stance) =>
      relationSentence({ ...bare, modality: 'hypothetical' }, { ...plain, stance }),
    );

    expect(sharedMarks([denied, contested].filter((one) => one !== undefined))).toEqual([
      { state: 'hypothetical', words: 'hypothetical' },
    ]);
    expect(sharedMarks([])).toEqual([]);
  });

  it('say in full what is only named together', () => {
    const together = relationSentence(bare, { ...plain, isTogetherOnly: true, isHere: true });

    expect(sharedMarks([together])).toEqual([{ state: 'together', words: 'only named together' }]);
  });
});
