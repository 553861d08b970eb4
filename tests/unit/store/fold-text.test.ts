import { describe, expect, it } from '@jest/globals';

import { foldText } from '@/lib/store/search/fold-text';

describe('foldText', () => {
  it.each([
    ['Müller', 'muller'],
    ['Mu\u0308ller', 'muller'],
    ['ŁÓDŹ', 'lodz'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['Ｗｉｄｅ', 'wide'],
    ['习近平', '习近平'],
    ['Ελλάς', 'ελλας'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
