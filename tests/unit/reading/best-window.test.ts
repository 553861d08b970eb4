import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Span } from '@/lib/model/span';
import { sliceCodePoints, toCodePointOffset } from '@/lib/model/text-offsets';
import { bestWindow, FOLDED_OVER } from '@/lib/reading/best-window';

const filler = 'The harbour was quiet that day and nobody spoke of it. ';
const before = `🎈 ${filler.repeat(15)}`;
const behind = filler.repeat(15);

describe('bestWindow', () => {
  it('shows a short passage whole', () => {
    const text = 'Ana met Bo. '.repeat(100).slice(0, FOLDED_OVER);

    expect(bestWindow(text, { ends: [all(text, 'Ana'), all(text, 'Bo')] })).toBeUndefined();
  });

  it('begins with the sentence that names both, counted in code points', () => {
    const text = `${before}Ana Lima came alone. On Monday Ana Lima met Bo Reyes. Bo Reyes left. ${behind}`;

    expect(read(text, { ends: [all(text, 'Ana Lima'), all(text, 'Bo Reyes')] })).toBe(
      'On Monday Ana Lima met Bo Reyes.',
    );
  });

  it('begins with the shortest run of sentences with both where no sentence has both', () => {
    const text = `Ana Lima was late. ${before}Bo Reyes waited. It rained. Ana Lima came. ${behind}Bo Reyes left.`;

    expect(read(text, { ends: [all(text, 'Ana Lima'), all(text, 'Bo Reyes')] })).toBe(
      'Bo Reyes waited. It rained. Ana Lima came.',
    );
  });

  it('prefers the sentence that holds the quote to one that is shorter', () => {
    const text = `Ana met Bo. ${before}Later that year, says the report, Ana accused Bo of fraud. ${behind}`;

    expect(
      read(text, { ends: [all(text, 'Ana'), all(text, 'Bo')], quote: all(text, 'accused Bo of fraud')[0] }),
    ).toBe('Later that year, says the report, Ana accused Bo of fraud.');
  });

  it('begins with the quote where no stretch with both holds it', () => {
    const text = `Ana met Bo. ${before}She accused him of fraud. ${behind}`;

    expect(
      read(text, { ends: [all(text, 'Ana'), all(text, 'Bo')], quote: all(text, 'accused him')[0] }),
    ).toBe('She accused him of fraud.');
  });

  it('takes no notice of a quote that is nearly all of the passage', () => {
    const text = `${before}Ana met Bo. ${behind}`;

    expect(
      read(text, {
        ends: [all(text, 'Ana'), all(text, 'Bo')],
        quote: { start: 0, end: toCodePointOffset(text, text.length) },
      }),
    ).toBe('Ana met Bo.');
  });

  it('begins with the sentence that names one where the other is not written', () => {
    const text = `${before}Ana met him. ${behind}`;

    expect(read(text, { ends: [all(text, 'Ana'), []] })).toBe('Ana met him.');
  });

  it('begins at the beginning where neither is written', () => {
    const text = filler.repeat(30);

    expect(read(text, { ends: [[], []] })).toBe(filler.repeat(12).trim());
  });

  it('takes one mark for both ends of what somebody does to itself', () => {
    const text = `${before}Ana praised herself. ${behind}Ana left.`;
    const marks = all(text, 'Ana');

    expect(read(text, { ends: [marks, marks] })).toBe('Ana praised herself.');
  });

  it('cuts text without full stops near the marks, between words', () => {
    const words = 'harbour quiet day nobody ';
    const text = `${words.repeat(40)}Ana met Bo ${words.repeat(40)}`;

    const window = read(text, { ends: [all(text, 'Ana'), all(text, 'Bo')] }) ?? '';

    expect(window).toContain('Ana met Bo');
    expect(window.length).toBeLessThan(400);
    for (const word of window.split(' ')) expect(text.split(' ')).toContain(word);
  });

  it('leaves out marks that lie outside the text', () => {
    const text = `${before}Ana met Bo. ${behind}`;

    expect(read(text, { ends: [all(text, 'Ana'), [{ start: 9_000, end: 9_002 }]] })).toBe('Ana met Bo.');
  });

  it.each([
    ['begin before it', { start: -1, end: 2 }],
    ['are empty', { start: 3, end: 3 }],
    ['end before they begin', { start: 5, end: 3 }],
  ])('leaves out marks that %s', (_, mark) => {
    const text = `${before}Ana met Bo. ${behind}`;

    expect(read(text, { ends: [all(text, 'Ana'), [mark]] })).toBe('Ana met Bo.');
    expect(read(text, { ends: [[mark], all(text, 'Bo')] })).toBe('Ana met Bo.');
    expect(read(text, { ends: [[], []], quote: mark })).toBe(read(text, { ends: [[], []] }));
  });

  it('is the same in whichever order the marks come', () => {
    const text = `${before}Ana came. Bo left. Bo met Ana. Ana left. ${behind}`;
    const [ana, bo] = [all(text, 'Ana'), all(text, 'Bo')];

    expect(read(text, { ends: [ana, bo] })).toBe('Bo met Ana.');
    expect(read(text, { ends: [ana.toReversed(), bo.toReversed()] })).toBe('Bo met Ana.');
    expect(read(text, { ends: [ana.toReversed(), []] })).toBe('Ana came.');
  });

  it('begins with the first of two sentences that are alike', () => {
    const text = `${before}Ana met Bo. ${behind}Ana met Bo. Nobody else did.`;
    const [first] = all(text, 'Ana met Bo.');

    expect(bestWindow(text, { ends: [all(text, 'Ana'), all(text, 'Bo')] })).toEqual(first);
  });

  it('prefers fewer sentences to a shorter stretch', () => {
    const text = `${before}Ana came. Bo left. ${filler}Ana, who had waited long for it, met Bo. ${behind}`;

    expect(read(text, { ends: [all(text, 'Ana'), all(text, 'Bo')] })).toBe(
      'Ana, who had waited long for it, met Bo.',
    );
  });

  it('shows a passage whole whose ends stand at its beginning and its end', () => {
    const text = `Ana came. ${filler.repeat(30)}There was Bo`;

    expect(bestWindow(text, { ends: [all(text, 'Ana'), all(text, 'Bo')] })).toBeUndefined();
  });

  it('takes a last word for part of the passage', () => {
    const text = `${before}${behind}Ana met Bo`;

    expect(read(text, { ends: [all(text, 'Ana'), all(text, 'Bo')] })).toBe('Ana met Bo');
  });

  it('always holds a mark of both ends, whatever the text', () => {
    const points = fc.string({ unit: 'grapheme', minLength: FOLDED_OVER, maxLength: 2 * FOLDED_OVER });
    const place = fc.nat({ max: FOLDED_OVER - 2 });
    fc.assert(
      fc.property(points, place, place, (text, a, b) => {
        const [one, other] = [a, b].map((start) => ({ start, end: start + 1 }));
        if (!one || !other) return;
        const window = bestWindow(text, { ends: [[one], [other]] });
        if (window === undefined) return;
        expect(window.start).toBeLessThanOrEqual(Math.min(a, b));
        expect(window.end).toBeGreaterThan(Math.max(a, b));
      }),
      { numRuns: 60 },
    );
  });
});

function read(text: string, wanted: Parameters<typeof bestWindow>[1]): string | undefined {
  const window = bestWindow(text, wanted);
  return window && sliceCodePoints(text, window.start, window.end);
}

/** Where a text has some words, in code points. */
function all(text: string, words: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    spans.push({ start: toCodePointOffset(text, at), end: toCodePointOffset(text, at + words.length) });
  }
  return spans;
}
