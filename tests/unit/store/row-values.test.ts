import { describe, expect, it } from '@jest/globals';

import { groupBy } from '@/lib/store/verbs/rows/group-by';
import {
  mapOf,
  numberOf,
  numbersOf,
  optionalNumberOf,
  optionalTextOf,
  textOf,
  textsOf,
} from '@/lib/store/verbs/rows/row-values';

const row = {
  text: 'a',
  empty: '',
  number: 7,
  list: ['a', 1, null, 'b'],
  map: { a: 1, b: null, c: undefined },
  nothing: null,
};

describe('A value of a row', () => {
  it('is text, where the column holds text', () => {
    expect([textOf(row, 'text'), textOf(row, 'empty')]).toEqual(['a', '']);
    expect(() => textOf(row, 'number')).toThrow('Column number holds no text.');
    expect(() => textOf(row, 'nothing')).toThrow(TypeError);
  });

  it('may be text', () => {
    expect(
      ['text', 'empty', 'number', 'nothing', 'gone'].map((column) => optionalTextOf(row, column)),
    ).toEqual(['a', '', undefined, undefined, undefined]);
  });

  it('is a number, or nought where there is none', () => {
    expect([numberOf(row, 'number'), numberOf(row, 'text'), numberOf(row, 'nothing')]).toEqual([7, 0, 0]);
    expect(numberOf(undefined, 'number')).toBe(0);
  });

  it('may be a number', () => {
    expect(['number', 'text', 'nothing', 'gone'].map((column) => optionalNumberOf(row, column))).toEqual([
      7,
      ...[undefined, undefined, undefined],
    ]);
  });

  it('is the numbers of a list', () => {
    expect([numbersOf(row, 'list'), numbersOf(row, 'number'), numbersOf(row, 'gone')]).toEqual([[1], [], []]);
  });

  it('is the texts of a list', () => {
    expect([textsOf(row, 'list'), textsOf(row, 'text'), textsOf(undefined, 'list')]).toEqual([
      ['a', 'b'],
      [],
      [],
    ]);
  });

  it('is a map without what is null in it', () => {
    expect(mapOf(row, 'map')).toEqual({ a: 1 });
    expect(Object.keys(mapOf(row, 'map'))).toEqual(['a']);
    for (const column of ['text', 'nothing', 'gone']) {
      expect(() => mapOf(row, column)).toThrow(`Column ${column} holds no map.`);
    }
  });
});

describe('Groups', () => {
  it('hold the items of one key, in the order in which they came', () => {
    const groups = groupBy(['bee', 'ant', 'bat', 'ape'], (word) => word.charAt(0));

    expect([...groups]).toEqual([
      ['b', ['bee', 'bat']],
      ['a', ['ant', 'ape']],
    ]);
  });
});
