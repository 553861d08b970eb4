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
    [{ start: 9, end: undefined }, 'no start or no end'],
    [{ start: 1, end: 3, unit: 'utf16' as const }, 'does not fit'],
    [{ start: 0, end: 3, quote: 'Nobody' }, "the words 'Nobody' are not in the text"],
    [{ start: 0, end: 3, quote: 'Yst' }, "the words 'Yst' are not in the text"],
  ])('refuses %j with a reason', (given, reason) => {
    expect(fitSpan(TEXT, { ...given, end: given.end })).toEqual({ problem: expect.stringContaining(reason) });
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
