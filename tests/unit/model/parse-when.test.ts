import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { EntenteError } from '@/lib/model/entente-error';
import { parseWhen } from '@/lib/model/parse-when';

function refusalOf(start: string, end = ''): { message: string; path: string | undefined } {
  try {
    parseWhen(start, end);
  } catch (error) {
    if (error instanceof EntenteError) return { message: error.message, path: error.fields[0]?.path };
  }
  throw new Error(`'${start}' was taken`);
}

describe('parseWhen', () => {
  it.each([
    ['2023', '', { start: '2023', precision: 'year' }],
    ['2023-05', '', { start: '2023-05', precision: 'month' }],
    ['2023-05-19', '', { start: '2023-05-19', precision: 'day' }],
    ['2000-02-29', '', { start: '2000-02-29', precision: 'day' }],
    ['2024-02-29', '', { start: '2024-02-29', precision: 'day' }],
    ['2018?', '', { start: '2018', precision: 'year', qualifier: '?' }],
    ['2023-05~', '', { start: '2023-05', precision: 'month', qualifier: '~' }],
    ['2023-05-01%', '', { start: '2023-05-01', precision: 'day', qualifier: '%' }],
    ['2022-11-14/2022-11-16', '', { start: '2022-11-14', end: '2022-11-16', precision: 'day' }],
    ['2023-01?/2023-03~', '', { start: '2023-01', end: '2023-03', precision: 'month', qualifier: '%' }],
    ['2023-01', '2023-03?', { start: '2023-01', end: '2023-03', precision: 'month', qualifier: '?' }],
    ['2023-05-19', '2023', { start: '2023-05-19', end: '2023', precision: 'year' }],
    ['2023-05-19T10:30:00Z', '', { start: '2023-05-19', precision: 'day' }],
    ['2023-05-19T10:30:00.25+08:00', '', { start: '2023-05-19', precision: 'day' }],
    [' 2023 ', ' ', { start: '2023', precision: 'year' }],
  ])('reads %j to %j', (start, end, when) => {
    expect(parseWhen(start, end)).toEqual(when);
  });

  it('gives nothing for nothing', () => {
    expect(parseWhen('', '')).toBeUndefined();
  });

  it.each([
    ['2023-02-30', '', 'start', "date '2023-02-30' does not exist"],
    ['2023-02-29', '', 'start', 'does not exist'],
    ['1900-02-29', '', 'start', 'does not exist'],
    ['2023-13', '', 'start', 'does not exist'],
    ['2023-04-31', '', 'start', 'does not exist'],
    ['2023-00-10', '', 'start', 'does not exist'],
    ['2023-01', '2023-02-30', 'end', "date '2023-02-30' does not exist"],
    ['2023-05', '2023-04', 'end', 'is before the start'],
    ['2023-05-19', '2023-05-18', 'end', 'is before the start'],
    ['', '2023', 'start', 'no start'],
    ['May 2023', '', 'start', 'is not a date in a known format'],
    ['2023-5', '', 'start', 'is not a date in a known format'],
    ['20235', '', 'start', 'is not a date in a known format'],
    ['2023/', '', 'start', 'is not an interval'],
    ['2023/2024/2025', '', 'start', 'is not an interval'],
    ['2023/2024', '2025', 'end', 'is already an interval'],
  ])('refuses %j to %j and names %s', (...[start, end, path, message]) => {
    const refusal = refusalOf(start, end);

    expect(refusal.path).toBe(path);
    expect(refusal.message).toContain(message);
  });

  it.each([
    ['20180131', '2018-01-31'],
    ['2018/1/31', '2018-01-31'],
    ['2018.01.31', '2018-01-31'],
    ['31/01/2018', '2018-01-31'],
    ['1/31/2018', '2018-01-31'],
    ['31.1.2018', '2018-01-31'],
    ['13/12/2018', '2018-12-13'],
    ['12/13/2018', '2018-12-13'],
    ['31-01-2018 14:05', '2018-01-31'],
    ['3/3/2018', '2018-03-03'],
    ['2018-01-31 00:00:00', '2018-01-31'],
    ['2018-01-31 23:59:59.123 UTC', '2018-01-31'],
  ])('reads %j, which can only be one day', (cell, start) => {
    expect(parseWhen(cell, '')).toEqual({ start, precision: 'day' });
  });

  it.each([
    ['12/1/2018', 'may be 2018-01-12 or 2018-12-01'],
    ['1/12/2018', 'may be 2018-12-01 or 2018-01-12'],
    ['03/04/2018', 'may be 2018-04-03 or 2018-03-04; write the one that is meant'],
    ['31/02/2018', "date '31/02/2018' does not exist"],
    ['31/31/2018', 'does not exist'],
    ['0/4/2018', 'does not exist'],
    ['20181301', 'does not exist'],
    ['31/01/18', 'is not an interval'],
    ['201801', 'is not a date'],
    ['31/01.2018', 'is not a date'],
  ])('refuses %j, which is no day or may be two', (cell, message) => {
    expect(refusalOf(cell, '').message).toContain(message);
  });

  it('takes a span whose coarser end still holds the start', () => {
    expect(parseWhen('2023-05-19', '2023-05')).toMatchObject({ end: '2023-05', precision: 'month' });
  });

  it.each([
    ['2023-01-31', '2023-01'],
    ['2023-04-30', '2023-04'],
    ['2023-02-28', '2023-02'],
    ['2024-02-29', '2024-02'],
    ['2023-12-31', '2023-12'],
    ['2023-12-31', '2023'],
    ['2023-12', '2023'],
    ['2023', '2023-01-01'],
    ['2023-01', '2023-01-01'],
    ['2023', '2023'],
  ])('takes %s to %s: the last day of an end is in it, and the first of a start', (start, end) => {
    expect(parseWhen(start, end)).toMatchObject({ start, end });
  });

  it.each([
    ['2023-02-01', '2023-01'],
    ['2024-01-01', '2023'],
    ['2023-05-02', '2023-05-01'],
    ['2023-12', '2023-11'],
    ['2024', '2023'],
    ['2024', '2023-12-31'],
  ])('refuses %s to %s, whose last day is before its first', (start, end) => {
    expect(refusalOf(start, end)).toMatchObject({ path: 'end' });
  });

  it.each([
    ['2023-05?', '2023-06?', '?'],
    ['2023-05~', '2023-06~', '~'],
    ['2023-05', '2023-06', undefined],
    ['2023-05?', '2023-06', '?'],
    ['2023-05', '2023-06~', '~'],
    ['2023-05?', '2023-06~', '%'],
    ['2023-05%', '2023-06?', '%'],
  ])('takes a doubt about one end for one about the whole: %s to %s', (start, end, qualifier) => {
    expect(parseWhen(start, end)?.qualifier).toBe(qualifier);
  });

  it.each([
    ['2023', '2023-05-01', 'year'],
    ['2023-05-01', '2023-06', 'month'],
    ['2023-05', '2023-06-01', 'month'],
    ['2023-05', '2024', 'year'],
    ['2023-05-01', '2023-06-01', 'day'],
  ])('gives %s to %s the precision of the coarser end', (start, end, precision) => {
    expect(parseWhen(start, end)?.precision).toBe(precision);
  });

  it.each(['2023-05-19T10', '2023-05-19T1030', '2023-05-19T10:30:00+0800', '2023-05-19 9:05'])(
    'leaves the time of day out of %s',
    (cell) => {
      expect(parseWhen(cell, '')).toEqual({ start: '2023-05-19', precision: 'day' });
    },
  );

  it.each([
    '2023-05-19 at noon',
    '2023-05-19T',
    'x2023',
    '2023x',
    '2023-05-19?~',
    '2023-05-19T10:30:00.1234567890',
  ])('refuses %j, which goes on with something else', (cell) => {
    expect(refusalOf(cell).message).toContain('is not a date');
  });

  it.each([
    ['20231301', 'does not exist'],
    ['2023/13/01', 'does not exist'],
    ['2023.2.30', 'does not exist'],
    ['2023/1.31', 'is not a date'],
    ['120180131', 'is not a date'],
    ['12018/1/31', 'is not an interval'],
    ['2018/1/311', 'is not an interval'],
  ])('refuses %j', (cell, message) => {
    expect(refusalOf(cell).message).toContain(message);
  });

  it('refuses with `invalid`, as what the caller gave is wrong', () => {
    expect(() => parseWhen('soon', '')).toThrow(expect.objectContaining({ failure: 'invalid' }));
  });

  it('says which of two ends it cannot read, and shows how to write it', () => {
    expect(refusalOf('2023', 'soon')).toEqual({
      path: 'end',
      message: expect.stringContaining(
        "'soon' is not a date in a known format; write 2023, 2023-05 or 2023-05-19",
      ),
    });
    expect(refusalOf('2023-05', '2023-04').message).toBe(
      "the end, '2023-04', is before the start, '2023-05'",
    );
    expect(refusalOf('', '2023').message).toContain("there is an end, '2023', but no start");
    expect(refusalOf('1/2/2023', '').path).toBe('start');
    expect(refusalOf('2023', '3/2/2023').path).toBe('end');
    expect(refusalOf('2023', '31/2/2023').path).toBe('end');
  });

  it('shows an interval as it should be written, and the cell itself when it is short', () => {
    expect(refusalOf('2023/2024/2025').message).toBe(
      "'2023/2024/2025' is not an interval; write it as start/end, for example 2023-05/2023-06",
    );
    expect(refusalOf('/2023').message).toContain('is not an interval');
    expect(refusalOf('2023/2024', '2025').message).toContain("'2023/2024' is already an interval");
  });

  it('shows sixty-four letters of a cell and no more', () => {
    expect(refusalOf('x'.repeat(64)).message).toContain(`'${'x'.repeat(64)}' is not`);
    expect(refusalOf('x'.repeat(65)).message).toContain(`'${'x'.repeat(64)}…' is not`);
  });

  it('refuses a very long cell at once and shows its beginning only', () => {
    expect(refusalOf('2'.repeat(1_000_000)).message.length).toBeLessThan(300);
  });

  it('takes the days of the calendar and no others', () => {
    const number = (max: number) => fc.integer({ min: 0, max });

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number(13), number(32), (year, month, day) => {
        const text = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
        const date = new Date(`${text}T00:00:00Z`);
        const doesExist = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);

        const read = () => parseWhen(text, '');

        if (doesExist) expect(read()).toEqual({ start: text, precision: 'day' });
        else expect(read).toThrow(/does not exist/u);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
