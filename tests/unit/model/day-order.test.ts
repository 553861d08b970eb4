import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dayOrderOf, toOrderedDay } from '@/lib/model/day-order';

describe('What stands first in a day with the year last', () => {
  it.each([
    ['31/12/2023', 'day-first'],
    ['13.1.2023', 'day-first'],
    ['12/31/2023', 'month-first'],
    ['1-13-2023', 'month-first'],
    ['03/04/2023', 'either'],
    ['12/1/2023', 'either'],
    ['1/12/2023', 'either'],
    ['3/4/2023 14:05', 'either'],
    ['3/4/2023 4:05:06', 'either'],
    ['3/4/2023 14:05:06.123456789 +02:00', 'either'],
    ['3/4/2023T14:05Z', 'either'],
    ['3/4/2023T14', 'either'],
    ['3/4/2023T140506', 'either'],
    ['3/4/2023 14:05 UTC', 'either'],
    ['3/4/2023 14:05-05', 'either'],
  ])('in %s is %s', (cell, order) => {
    expect(dayOrderOf(cell)).toBe(order);
  });

  it.each([
    ['04/04/2023', 'says the same both ways'],
    ['13/13/2023', 'has no month'],
    ['13/14/2023', 'has two days'],
    ['3/4.2023', 'has two separators'],
    ['3/4/23', 'has a short year'],
    ['3/4/20233', 'has a long year'],
    ['103/4/2023', 'has a long first number'],
    ['3/104/2023', 'has a long second number'],
    ['2023-04-03', 'has the year first'],
    ['on 3/4/2023', 'has words before it'],
    ['3/4/2023 in the morning', 'has words behind it'],
    ['3/4/2023 14', 'has half a time behind it'],
    ['3/4 14:05/2023', 'has the time inside it'],
    ['3 4 2023', 'has spaces for separators'],
    ['', 'is empty'],
  ])('in %j is not told, since it %s', (cell) => {
    expect(dayOrderOf(cell)).toBeUndefined();
  });

  it('decides which day it is, written as EDTF does', () => {
    expect(toOrderedDay('3/4/2023', 'day-first')).toBe('2023-04-03');
    expect(toOrderedDay('3/4/2023', 'month-first')).toBe('2023-03-04');
    expect(toOrderedDay('11.12.0987 14:05', 'day-first')).toBe('0987-12-11');
  });

  it('turns day and month around, whatever they are', () => {
    const number = fc.integer({ min: 1, max: 12 });

    fc.assert(
      fc.property(number, number, fc.constantFrom('/', '.', '-'), (a, b, sign) => {
        const [there, back] = [[a, b, 2024].join(sign), [b, a, 2024].join(sign)];

        expect(toOrderedDay(there, 'day-first')).toBe(toOrderedDay(back, 'month-first'));
        expect(dayOrderOf(there)).toBe(a === b ? undefined : 'either');
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
