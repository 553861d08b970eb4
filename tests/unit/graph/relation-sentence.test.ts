import { describe, expect, it } from '@jest/globals';

import { relationSentence, sentenceText, type Told } from '@/lib/graph/relation-sentence';
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

describe('relationSentence', () => {
  it('is told of nobody when no party is named', () => {
    expect(sentenceText(relationSentence(visited))).toBe('Wang Yi visited Jake Sullivan, May 2023, Vienna');
  });

  it('uses the label when told of the subject', () => {
    expect(sentenceText(relationSentence(visited, wang.id))).toBe('visited Jake Sullivan, May 2023, Vienna');
  });

  it('uses the inverse when told of the object', () => {
    expect(sentenceText(relationSentence(visited, sullivan.id))).toBe(
      'was visited by Wang Yi, May 2023, Vienna',
    );
  });

  it('tells a relation of an entity with itself in its own direction', () => {
    expect(sentenceText(relationSentence({ ...visited, object: wang }, wang.id))).toBe(
      'visited Wang Yi, May 2023, Vienna',
    );
  });

  it('says of what, and leaves out what is not known', () => {
    const accused = { ...visited, label: 'accused', about: 'espionage', when: null, place: null };

    expect(sentenceText(relationSentence(accused, wang.id))).toBe('accused Jake Sullivan, espionage');
  });

  it.each([
    ['future', 'expected'],
    ['hypothetical', 'hypothetical'],
  ] as const)('says that a %s relation is %s', (modality, word) => {
    expect(relationSentence({ ...visited, modality }).details).toContain(word);
  });
});
