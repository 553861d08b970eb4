import { describe, expect, it } from '@jest/globals';

import { widenSpan } from '@/lib/ingest/spans/widen-span';
import { isBoundary } from '@/lib/ingest/spans/word-boundary';

/** The text with a bar wherever a word may begin or end. */
function bars(text: string): string {
  return Array.from(
    { length: text.length + 1 },
    (_, unit) => (isBoundary(text, unit) ? '|' : '') + text.charAt(unit),
  ).join('');
}

describe('A word', () => {
  it.each([
    ['', '|'],
    ['Ana met', '|Ana| |met|'],
    ['a_b-2c', '|a_b|-|2c|'],
    ['Zoë.', '|Zoë|.|'],
    ['Zoe\u0308 a', '|Zoe\u0308| |a|'],
    ['قالیباف', '|قالیباف|'],
    ['हिन्दी', '|हिन्दी|'],
    ['王毅met', '|王|毅|m'.replace('|m', '|met|')],
    ['カナ', '|カ|ナ|'],
    ['서울', '|서|울|'],
    ['ไทย', '|ไ|ท|ย|'],
    ['𠮷野', '|𠮷|野|'],
    ['a😀b', '|a|😀|b|'],
    ['👩‍👧', '|👩‍👧|'],
  ])('in %j begins and ends just there: %s', (text, barred) => {
    expect(bars(text)).toBe(barred);
  });

  it.each([
    ['uncharacter', [0, 7], [0, 11]],
    ['uncharacters', [0, 7], [0, 7]],
    ['the uncharacter', [8, 15], [4, 15]],
    ['the uncharacters', [9, 16], [9, 16]],
    ['😀 Pakistani', [2, 10], [2, 11]],
    ['Ana met', [0, 3], [0, 3]],
  ])('in %j is made whole where few letters of it are missing', (text, [start = 0, end = 0], [from, to]) => {
    expect(widenSpan(text, { start, end })).toEqual({ start: from, end: to });
  });
});
