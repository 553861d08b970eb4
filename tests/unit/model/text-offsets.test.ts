import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sliceCodePoints, toCodePointOffset, toUnitOffsets } from '@/lib/model/text-offsets';

const text = fc.string({ unit: 'binary' });

describe('text offsets', () => {
  it('count a character outside the basic plane once', () => {
    expect(toCodePointOffset('a😀b', 3)).toBe(2);
    expect(toUnitOffsets('a😀b', [0, 1, 2, 3])).toEqual([0, 1, 3, 4]);
  });

  it('give places in the order they were asked for, and the end for what lies behind it', () => {
    expect(toUnitOffsets('😀😀', [2, 0, 1, 9])).toEqual([4, 0, 2, 4]);
  });

  it('tell the last character of the basic plane from the first behind it', () => {
    expect(toUnitOffsets('\uffff\u{10000}x', [1, 2])).toEqual([1, 3]);
  });

  it('slice to the end when the end lies behind it', () => {
    expect(sliceCodePoints('中😀文', 1, 9)).toBe('😀文');
    expect(sliceCodePoints('中😀文', 9, 12)).toBe('');
  });

  it('slice by code points, end excluded', () => {
    expect(sliceCodePoints('中😀文x', 1, 3)).toBe('😀文');
  });

  it('find their way back for every character of every text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const points = Array.from(value);
        const offsets = toUnitOffsets(
          value,
          points.map((_, index) => index),
        );
        for (const [index, unit] of offsets.entries()) {
          expect(toCodePointOffset(value, unit)).toBe(index);
          expect(sliceCodePoints(value, index, index + 1)).toBe(points[index]);
        }
      }),
      { seed: 1 },
    );
  });
});
