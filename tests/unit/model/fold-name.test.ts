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
});
