import { describe, expect, it } from '@jest/globals';

import { deriveEvidenceId, deriveId, deriveRelationId } from '@/lib/model/derive-id';
import { DocumentId, EntityId, EvidenceId, LoadId, PassageId, RelationId } from '@/lib/model/ids';
import { RelationTypeName } from '@/lib/model/relation-type';

const isId = (text: string) => EntityId.safeParse(text).success;

describe('An id', () => {
  it.each(['a', '1', 'usa', 'Q30', 'l-1.2_3:4~5-6', '中国', 'é', 'e\u0301', 'x'.repeat(128)])(
    'may be %j',
    (text) => {
      expect(isId(text)).toBe(true);
    },
  );

  it.each([
    ['', 'is empty'],
    ['x'.repeat(129), 'is too long'],
    ['.a', 'begins with a sign'],
    ['_a', 'begins with a sign'],
    ['\u0301a', 'begins with a mark'],
    ['a b', 'has a space'],
    ['a/b', 'has a slash'],
    ['a?b', 'has a question mark'],
    ['a\n', 'has a line end'],
    ['😀', 'has a picture'],
  ])('is not %j, which %s', (text) => {
    expect(isId(text)).toBe(false);
  });

  it('is refused with the rule that it breaks', () => {
    expect(EntityId.safeParse('a b').error?.issues[0]?.message).toContain('letters, digits and . _ : ~ -');
  });

  it('is of the same form whatever it is the id of', () => {
    for (const schema of [EntityId, RelationId, EvidenceId, DocumentId, PassageId, LoadId]) {
      expect(schema.safeParse('a.1').success).toBe(true);
      expect(schema.safeParse('a 1').success).toBe(false);
    }
  });
});

describe('An id from content', () => {
  it('says what it is of', () => {
    expect(deriveRelationId(['a', 'MET', 'b'])).toMatch(/^r-[0-9a-f]{20}$/u);
    expect(deriveEvidenceId(['a', 'MET', 'b'])).toMatch(/^v-[0-9a-f]{20}$/u);
    expect(deriveRelationId(['a']).slice(1)).toBe(deriveEvidenceId(['a']).slice(1));
    expect(deriveRelationId(['a'])).toBe(deriveId('r', ['a']));
  });

  it('takes what is absent for empty, with accents beside it or not', () => {
    expect(deriveId('e', ['a', undefined])).toBe(deriveId('e', ['a', '']));
    expect(deriveId('e', ['é', undefined, 1])).toBe(deriveId('e', ['é', '', '1']));
    expect(deriveId('e', ['é', undefined])).not.toBe(deriveId('e', ['é', 'undefined']));
  });

  it('is the same for composed and decomposed letters in any of its parts', () => {
    expect(deriveId('e', ['a', 'Jos\u00e9', 'b'])).toBe(deriveId('e', ['a', 'Jose\u0301', 'b']));
  });

  it('tells parts apart with accents beside them', () => {
    expect(deriveId('r', ['é', 'ab', 'c'])).not.toBe(deriveId('r', ['é', 'a', 'bc']));
  });
});

describe('The name of a relation type', () => {
  it.each(['MET', '_', 'a1', `A${'x'.repeat(63)}`])('may be %j', (text) => {
    expect(RelationTypeName.safeParse(text).success).toBe(true);
  });

  it.each(['', '1A', 'A B', 'A-B', 'É', 'A`', 'MET ', ' MET', `A${'x'.repeat(64)}`])('is not %j', (text) => {
    expect(RelationTypeName.safeParse(text).error?.issues[0]?.message).toContain('ASCII letters');
  });
});
