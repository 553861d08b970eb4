import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { explainMissingQuote, findQuote, toQuote } from '@/lib/ingest/documents/find-quote';
import { Passage } from '@/lib/model/passage';
import { sliceCodePoints } from '@/lib/model/text-offsets';

function passage(index: number, text: string): Passage {
  return Passage.parse({ id: `paper.${index}`, document: 'paper', index, text });
}

const cited = passage(1, 'Ana Lima “met” Bo Chen in Porto – and left.');

describe('A quote', () => {
  it('is found where it first stands, in code points', () => {
    expect(findQuote('😀 met, 😀 met', 'met')).toEqual({ start: 2, end: 5 });
    expect(findQuote('中😀文', '😀文')).toEqual({ start: 1, end: 3 });
    expect(findQuote('Ana met Bo', 'ana')).toBeUndefined();
  });

  it('is not found within a character', () => {
    expect(findQuote('x😀', '\ude00')).toBeUndefined();
  });

  it('is found wherever it is cut from a text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '中', '😀'), minLength: 1 });

    fc.assert(
      fc.property(text, fc.nat(9), fc.integer({ min: 1, max: 9 }), (whole, from, length) => {
        const quote = sliceCodePoints(whole, from, from + length);
        fc.pre(quote !== '');
        const span = findQuote(whole, quote);

        expect(span && sliceCodePoints(whole, span.start, span.end)).toBe(quote);
        expect(span?.start).toBeLessThanOrEqual(from);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('has a space for each line break, and one Unicode form', () => {
    expect(toQuote('Ana\r\nmet \n Bo\rhere')).toBe('Ana met Bo here');
    expect(toQuote(' Jose\u0301 ')).toBe('Jos\u00e9');
  });
});

describe('A quote that is not in its paragraph', () => {
  it('may be in others, of which five are named', () => {
    const others = [2, 3, 4, 5, 6, 7].map((index) => passage(index, 'Cy said so.'));

    expect(explainMissingQuote('Cy said', cited, [cited, ...others.slice(0, 2)])).toBe(
      'it is in paragraph 2 and 3; correct the paragraph number',
    );
    expect(explainMissingQuote('Cy said', cited, others)).toContain('paragraph 2 and 3 and 4 and 5 and 6;');
  });

  it.each([
    'ana lima',
    'Lima "met" Bo',
    'Lima «met» Bo',
    'in Porto - and',
    'in Porto — and',
    'Chen  in',
    'Lima “met” Bo Chen\tin',
  ])('may be there written otherwise: %s', (quote) => {
    expect(explainMissingQuote(quote, cited, [cited])).toContain(
      'it is there with other capitals, quotation marks',
    );
  });

  it.each([
    ["it's", 'it’s'],
    ["it's", 'it‘s'],
    ['it`s', "it's"],
    ['it´s', "it's"],
  ])('may have another apostrophe: %s for %s', (quote, text) => {
    expect(explainMissingQuote(quote, passage(1, text), [])).toContain('quotation marks');
  });

  it.each([
    ['Ana Lima “met” Bo Chang', 'Ana Lima “met” Bo'],
    ['Ana Lima left', 'Ana Lima'],
    ['Bo Chen in Porto – and stayed', 'Bo Chen in Porto – and'],
  ])('may begin as the paragraph says: %s', (quote, begin) => {
    expect(explainMissingQuote(quote, cited, [cited])).toBe(
      `the paragraph has only its beginning, “${begin}”; copy it from the document`,
    );
  });

  it.each(['Ana saw', 'Nobody came', 'Nobody'])('may be nowhere: %s', (quote) => {
    expect(explainMissingQuote(quote, cited, [cited])).toBe(
      'nor is it in any other paragraph of the document; copy it from the document',
    );
  });
});
