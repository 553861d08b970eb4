import { describe, expect, it } from '@jest/globals';

import { isSameWord, lengthOf } from '@/lib/model/is-same-word';

describe('Two names', () => {
  it.each([
    ['they are written alike', 'us', 'us'],
    ['only spaces around them differ', ' us', 'us '],
    ['only spaces within them differ', 'Ana\t Lima', 'Ana Lima'],
    ['only their Unicode form differs', 'Jose\u0301', 'Jos\u00e9'],
    ['only capitals of several words differ', 'ana lima', 'ANA LIMA'],
    ['only capitals of one long word differ', 'China', 'CHINA'],
    ['only capitals of a word behind a mark differ', '“China”', '“CHINA”'],
  ])('are the same word where %s', (_, a, b) => {
    expect([isSameWord(a, b), isSameWord(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['letters', 'China', 'Chile'],
    ['letters of several words', 'Ana Lima', 'Ana Lina'],
    ['capitals of a short word', 'Isis', 'ISIS'],
    ['the capital at the beginning', 'Turkey', 'turkey'],
    ['the capital at the beginning of all capitals', 'turkey', 'TURKEY'],
    ['a capital that does not begin them', 'iPhone', 'IPhone'],
    ['accents', 'Pe\u00f1a', 'Pena'],
    ['a space', 'New York', 'NewYork'],
    ['marks that make a short word no longer', '“Isis”', '“ISIS”'],
  ])('are two words where they differ in %s', (_, a, b) => {
    expect([isSameWord(a, b), isSameWord(b, a)]).toEqual([false, false]);
  });

  it.each([
    ['Ana Lima', 7],
    ['王毅', 2],
    ['42!', 0],
    ['', 0],
  ])('have as many letters as they have: %j', (name, letters) => {
    expect(lengthOf(name)).toBe(letters);
  });
});
