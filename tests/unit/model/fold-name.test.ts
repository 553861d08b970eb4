import { describe, expect, test } from '@jest/globals';

import { foldName } from '@/lib/model/fold-name';

describe('A folded name', () => {
  test.each([
    ['case', 'ANGELA MERKEL', 'Angela Merkel'],
    ['accents', 'Müller', 'Muller'],
    ['composition', 'Mu\u0308ller', 'Müller'],
    ['spaces', ' Wang \u00a0 Yi', 'Wang Yi'],
    ['Greek accents', 'Αθήνα', 'ΑΘΗΝΑ'],
    ['the Turkish capital I with a dot', 'İstanbul', 'Istanbul'],
  ])('is the same whatever the %s', (_what, a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  test.each([
    ['Japanese voicing', 'か', 'が'],
    ['a Cyrillic short i', 'и', 'й'],
    ['a Hindi vowel', 'क', 'की'],
    ['another letter', 'Iran', 'Iraq'],
    ['a simplified character', '習', '习'],
  ])('keeps %s apart', (_what, a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });

  test.each([
    ['a  b', 'a b'],
    [' a', 'a'],
    ['a ', 'a'],
    ['é  b', 'e b'],
    ['A B C', 'a b c'],
    ['Ünïté', 'unite'],
    ['N\u0303\u0323', 'n'],
    ['~!', '~!'],
    ['a\tb', 'a b'],
    ['', ''],
  ])('of %j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('is in one Unicode form where its marks stay', () => {
    expect(foldName('\u0439')).toBe('\u0439');
    expect(foldName('\u0438\u0306')).toBe('\u0439');
  });
});
