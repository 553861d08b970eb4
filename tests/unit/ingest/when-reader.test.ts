import { describe, expect, it } from '@jest/globals';

import { toDateColumns, type DateColumn } from '@/lib/ingest/rows/date-columns';
import { createWhenReader } from '@/lib/ingest/rows/when-reader';

const columns = toDateColumns([
  { field: 'start', column: 'start' },
  { field: 'end', column: 'end' },
]);

/** A row's dates as text, and what is told of its cells. */
function read(start: string, end = '', column: Partial<DateColumn> = {}) {
  const { start: from, end: to } = columns;
  const { when, notes } = createWhenReader({ start: { ...from, ...column }, end: { ...to, ...column } })(
    start,
    end,
  );
  const date = when && [when.start, when.end].filter((each) => each !== undefined).join('/');
  return { date, notes: notes.map(({ cell, about }) => `${cell}: ${about}`) };
}

describe('The dates of a row', () => {
  it.each([
    ['2023', '', '2023'],
    [' 2023-05-19 ', ' 2023-06 ', '2023-05-19/2023-06'],
    ['1911-1913', '', '1911/1913'],
    ['1911-1913', '1920-1922', '1911/1922'],
    ['1911', '1920-1922', '1911/1922'],
    ['2023-05-19', '9999-12-31', '2023-05-19'],
    ['2023-05/9999-12', '', '2023-05'],
    ['2023', 'NA', '2023'],
    ['1911.0', '1913.00', '1911/1913'],
  ])('%j to %j are %s, of which nothing has to be told', (start, end, date) => {
    expect(read(start, end)).toEqual({ date, notes: [] });
  });

  it.each([
    ['', ''],
    ['NA', 'unknown'],
    ['', '9999'],
  ])('%j to %j are none, and that is not told', (start, end) => {
    expect(read(start, end)).toEqual({ date: undefined, notes: [] });
  });

  it.each([
    ['9999-12-31', '', undefined, 'the start is left out, since the year 9999 stands for none'],
    ['44 BC', '', undefined, 'the start is left out, since years BC cannot be stored'],
    ['2023-02-30', '', undefined, 'the start is left out, since there is no such day'],
    ['1913-05/1911-05', '', undefined, 'the start is left out, since it ends before it starts'],
    [
      'soon',
      '',
      undefined,
      'the start is left out, since it is not a date in a known format, such as 2023, 2023-05, 2023-05-19 or 19 May 2023',
    ],
    [
      '03/04/2018',
      '',
      '2018',
      'only the year of the start is kept, since day and month may be the other way round',
    ],
  ])('%j to %j leave something out, and that is told', (...[start, end, date, about]) => {
    expect(read(start, end)).toEqual({ date, notes: [`${start}: ${about}`] });
  });

  it('have no end without a start', () => {
    const about = 'the end is left out, since there is no start that can be read';

    expect(read('', ' 2023 ')).toEqual({ date: undefined, notes: [` 2023 : ${about}`] });
    expect(read('9999', '2023').notes).toEqual([
      '9999: the start is left out, since the year 9999 stands for none',
      `2023: ${about}`,
    ]);
  });

  it('are left out both where the end is before the start, with both cells', () => {
    expect(read('2023-05/2023-06', '2023-04')).toEqual({
      date: undefined,
      notes: ['2023-05 to 2023-04: start and end are left out, since the end is before the start'],
    });
  });

  it('keep their start where the end cannot be read', () => {
    expect(read('2023', '03/04/2024')).toEqual({
      date: '2023/2024',
      notes: ['03/04/2024: only the year of the end is kept, since day and month may be the other way round'],
    });
    expect(read('2023', '2024-13').date).toBe('2023');
  });
});

describe('A plain number in a column of dates', () => {
  it('is no year where the column holds none', () => {
    const about = (name: string) =>
      `the start is left out, since numbers in the column '${name}' do not look like years; if they are, name it 'year'`;

    expect(read('1999', '', { areYears: false, name: 'at' })).toEqual({
      date: undefined,
      notes: [`1999: ${about('at')}`],
    });
    expect(read('12', '', { areYears: false, name: undefined }).notes).toEqual([`12: ${about('start')}`]);
    expect(read('19990101', '', { areYears: false }).date).toBe('1999-01-01');
  });

  it.each([
    ['39448', '2008-01-01'],
    ['39507.75', '2008-02-29'],
    ['10000', '1927-05-18'],
  ])('is a day as spreadsheets count them: %s is %s, which is told', (cell, date) => {
    expect(read(cell, '', { holdsDays: true, name: 'Day' })).toEqual({
      date,
      notes: [`${cell}: a number in the column 'Day' is read as a spreadsheet's day number`],
    });
    expect(read(cell, '', { holdsDays: false, holdsMoments: false }).date).toBeUndefined();
  });

  it.each([
    ['1199145600', '2008-01-01'],
    ['1204243200000', '2008-02-29'],
  ])('is a moment as computers count them: %s is of %s, which is told', (cell, date) => {
    const about = 'is read as a Unix timestamp, of which the day in UTC is kept';

    expect(read(cell, '', { holdsMoments: true, name: 'at' })).toEqual({
      date,
      notes: [`${cell}: a number in the column 'at' ${about}`],
    });
    expect(read(cell, '', { holdsDays: false, holdsMoments: false }).date).toBeUndefined();
  });

  it.each(['80000', '394480', '3944', '11991456000', '119914560', '2199145600'])(
    'is neither day nor moment where it is %s',
    (cell) => {
      expect(read(cell, '', { holdsDays: true, holdsMoments: true, areYears: false }).date).toBeUndefined();
    },
  );
});

describe('A reader of dates', () => {
  it('remembers what it has read, by both cells', () => {
    const when = createWhenReader(columns);

    expect(when('2023', '2024')).toBe(when('2023', '2024'));
    expect([when('2023', ''), when('', '2023'), when('2023', '2023')].map((each) => each.when)).toEqual([
      { start: '2023', precision: 'year' },
      undefined,
      { start: '2023', end: '2023', precision: 'year' },
    ]);
  });
});
