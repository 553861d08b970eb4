import fc from 'fast-check';

import { describe, expect, it } from '@jest/globals';

import { fitSpan, offsetUnits, type OffsetUnit } from '@/lib/ingest/spans/fit-span';
import { isName } from '@/lib/ingest/names/is-name';
import { widenSpan } from '@/lib/ingest/spans/widen-span';
import { sliceCodePoints, toCodePointOffset } from '@/lib/model/text-offsets';

const TEXT = '😀 Zoë met Bo in Ystad; 王毅 met Zoë again.';

/** Counts a place, given in UTF-16 units, in another unit. */
const countIn: Readonly<Record<OffsetUnit, (text: string, unit: number) => number>> = {
  codepoint: toCodePointOffset,
  utf16: (_, unit) => unit,
  byte: (text, unit) => Buffer.byteLength(text.slice(0, unit)),
};

describe('fitting a span', () => {
  it.each(offsetUnits)('takes offsets in %s where they fit the quote, and says so', (unit) => {
    const at = TEXT.lastIndexOf('Zoë');
    const [start, end] = [at, at + 3].map((place) => countIn[unit](TEXT, place));

    const fitted = fitSpan(TEXT, { start, end, quote: 'Zoë' });

    expect(fitted).toEqual({ span: { start: 30, end: 33 }, how: unit });
    expect(sliceCodePoints(TEXT, 30, 33)).toBe('Zoë');
  });

  it('finds the quote at its nearest place, as whole words, when no unit fits', () => {
    const far = fitSpan(TEXT, { start: 25, end: 26, quote: 'Zoë' });
    const near = fitSpan(TEXT, { start: 3, end: 9, quote: 'Zoë' });
    const within = fitSpan('Jordanian talks in Jordan', { start: 1, end: 7, quote: 'Jordan' });

    expect(far).toMatchObject({ span: { start: 30 }, how: 'found' });
    expect(near).toMatchObject({ span: { start: 2 }, how: 'found' });
    expect(within).toMatchObject({ span: { start: 19, end: 25 }, how: 'found' });
  });

  it.each([
    [1, 0],
    [6, 4],
    [10, 11],
    [30, 11],
    [undefined, 0],
  ])('takes, of words that stand in three places, those nearest to %j', (start, place) => {
    expect(fitSpan('Bo, Bo and Bo', { start, end: undefined, quote: ' Bo ' })).toEqual({
      span: { start: place, end: place + 2 },
      how: 'found',
    });
  });

  it('takes a quote of blanks for none', () => {
    expect(fitSpan(TEXT, { start: 2, end: 5, quote: ' ' })).toEqual({
      span: { start: 2, end: 5 },
      how: 'codepoint',
    });
  });

  it('holds blanks around a quote against neither the quote nor the span', () => {
    const bare = fitSpan(TEXT, { start: 10, end: 12, quote: ' Bo ' });
    const blank = fitSpan(TEXT, { start: 9, end: 13, quote: ' Bo ' });

    expect(bare).toEqual({ span: { start: 10, end: 12 }, how: 'codepoint' });
    expect(blank).toEqual({ span: { start: 9, end: 13 }, how: 'codepoint' });
  });

  it.each(offsetUnits)('takes the whole text, counted in %s', (unit) => {
    const text = 'é 😀 Zoë😀';

    expect(fitSpan(text, { start: 0, end: countIn[unit](text, text.length), unit })).toEqual({
      span: { start: 0, end: 8 },
      how: unit,
    });
  });

  it.each([
    [1, 4],
    [0, 1],
    [5, 8],
    [2, 3],
  ])('refuses bytes %d to %d that begin or end within a character', (start, end) => {
    expect(fitSpan('éé王 Zoë', { start, end, unit: 'byte' })).toHaveProperty('problem');
  });

  it('tells of long words only how they begin', () => {
    const problemOf = (quote: string) => fitSpan(TEXT, { start: 0, end: 3, quote });

    expect(problemOf('x'.repeat(60))).toEqual({ problem: expect.stringContaining(`'${'x'.repeat(60)}'`) });
    expect(problemOf('x'.repeat(61))).toEqual({ problem: expect.stringContaining(`'${'x'.repeat(60)}…'`) });
  });

  it('counts in the given unit alone, and needs no quote', () => {
    expect(fitSpan(TEXT, { start: 3, end: 6, unit: 'utf16' })).toEqual({
      span: { start: 2, end: 5 },
      how: 'utf16',
    });
    expect(fitSpan(TEXT, { start: 5, end: 9, unit: 'byte' })).toEqual({
      span: { start: 2, end: 5 },
      how: 'byte',
    });
  });

  it.each([
    [{ start: 3, end: 900 }, 'the span from 3 to 900 does not fit the text, which has 40 characters'],
    [{ start: 9, end: 9 }, 'is empty'],
    [{ start: 900, end: 3 }, 'the span from 900 to 3 is empty'],
    [{ start: -2, end: 3 }, 'does not fit'],
    [{ start: 9, end: undefined }, 'no start or no end'],
    [{ start: undefined, end: 9 }, 'no start or no end'],
    [{ start: 3, end: 900, unit: 'byte' as const }, 'does not fit'],
    [{ start: 3, end: 900, unit: 'utf16' as const }, 'does not fit'],
    [{ start: 0, end: 1, unit: 'utf16' as const }, 'does not fit'],
    [{ start: 1, end: 3, unit: 'utf16' as const }, 'does not fit'],
    [{ start: 0, end: 3, quote: 'Nobody' }, "the words 'Nobody' are not in the text"],
    [{ start: 0, end: 3, quote: 'Yst' }, "the words 'Yst' are not in the text"],
  ])('refuses %j with a reason', (given, reason) => {
    expect(fitSpan(TEXT, { ...given, start: given.start, end: given.end })).toEqual({
      problem: expect.stringContaining(reason),
    });
  });

  it('gives places in the text as it is stored, in form NFC', () => {
    const text = 'Zoe\u0308 met Bo';

    expect(fitSpan(text, { start: 9, end: 11, quote: 'Bo' })).toEqual({
      span: { start: 8, end: 10 },
      how: 'codepoint',
    });
    expect(fitSpan(text, { start: 0, end: 4, quote: 'Zoë' })).toEqual({
      span: { start: 0, end: 3 },
      how: 'codepoint',
    });
    expect(fitSpan(text, { start: 0, end: 3 })).toEqual({
      problem: expect.stringContaining('inside a character'),
    });
  });

  it('never gives a span whose words are not the quote', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });

    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 6 }),
        words,
        fc.tuple(fc.nat(40), fc.nat(40)),
        (around, quote, [start, end]) => {
          const text = [...around, quote, ...around].join(' ');
          const fitted = fitSpan(text, { start, end, quote });
          if (!('span' in fitted) || quote.trim() === '') return;
          const found = sliceCodePoints(text.normalize('NFC'), fitted.span.start, fitted.span.end);
          expect(found.trim()).toBe(quote.trim().normalize('NFC'));
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('widening a span', () => {
  it.each([
    ['the Pakistani embassy', [4, 12], 'Pakistani'],
    ['Persian: قالیباف اصل,', [9, 19], 'قالیباف اصل'],
    ['Zoë’s house', [0, 3], 'Zoë'],
    ['王毅访问', [0, 2], '王毅'],
    ['uncharacteristically', [0, 4], 'unch'],
  ])('in %j gives whole words unless much is missing', (text, [start = 0, end = 0], words) => {
    const span = widenSpan(text, { start, end });

    expect(sliceCodePoints(text, span.start, span.end)).toBe(words);
  });
});

describe('a name', () => {
  it.each(['Ada Holm', 'iPhone', '1985', '王毅', 'the Hague', 'his House'])('is %j', (words) => {
    expect(isName(words)).toBe(true);
  });

  it.each(['He', 'The company', 'her husband', 'Which', 'where', 'somebody'])('is not %j', (words) => {
    expect(isName(words)).toBe(false);
  });
});
