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
