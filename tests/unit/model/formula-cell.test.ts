import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { neutraliseCell, restoreCell } from '@/lib/model/formula-cell';

describe('neutraliseCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1"])('puts an apostrophe before %j', (text) => {
    expect(neutraliseCell(text)).toBe(`'${text}`);
  });

  it.each(['plain', "'quoted'", '', '1-2', "'"])('leaves %j', (text) => {
    expect(neutraliseCell(text)).toBe(text);
  });

  it.each(['plain', "'quoted'", "a'=1", "x\n'=1", "a'", '=1'])('takes nothing off %j', (text) => {
    expect(restoreCell(text)).toBe(text);
  });

  it('takes one apostrophe off, of however many there are', () => {
    expect(restoreCell("''=1")).toBe("'=1");
  });

  it('can be taken back, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '😀') });

    fc.assert(
      fc.property(text, (value) => {
        expect(restoreCell(neutraliseCell(value))).toBe(value);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
