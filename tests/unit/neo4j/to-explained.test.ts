import { describe, expect, it } from '@jest/globals';

import { toExplained } from '@/lib/store/drivers/neo4j/to-explained';

describe('toExplained', () => {
  it.each([
    ['PROFILE RETURN 1', '        RETURN 1'],
    ['/* a */ // b\n profile RETURN 1', '/* a */ // b\n         RETURN 1'],
    ['RETURN 1', 'RETURN 1'],
    ['PROFILES', 'PROFILES'],
    ['// PROFILE', '// PROFILE'],
    ['/* PROFILE', '/* PROFILE'],
    ['', ''],
  ])('makes %j into %j', (text, explained) => {
    expect(toExplained(text)).toBe(explained);
  });

  it('takes no longer for many comments', () => {
    const comments = '/**/'.repeat(25_000);

    expect(toExplained(`${comments}PROFILE x`)).toBe(`${comments}        x`);
  });
});
