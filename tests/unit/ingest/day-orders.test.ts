import { describe, expect, it } from '@jest/globals';

import {
  createDayReader,
  findDayOrders,
  noteDayColumn,
  type DayColumn,
} from '@/lib/ingest/table/find-day-orders';
import type { SourceRow } from '@/lib/ingest/source';

import { noticesOf, readText, sentencesOf } from './read-written';

const HEADER = 'subject,relation,object,date';

async function readDates(...dates: readonly string[]) {
  const rows = dates.map((date, at) => `A${at},met,B,${date}`);
  return await readText('dates.csv', [HEADER, ...rows, ''].join('\n'));
}

describe('a column of dates with the year last', () => {
  it.each([
    ['25/04/2018', '2018-04-03', 'with the day first'],
    ['04/25/2018', '2018-03-04', 'with the month first'],
    ['25.04.2018 14:30', '2018-04-03', 'with the day first'],
  ])('is read as the cell %s shows, and it is told', async (shown, meant, words) => {
    const read = await readDates('03/04/2018', shown, '07/07/2018');

    expect(sentencesOf(read)).toEqual([`A0 met B ${meant}`, 'A1 met B 2018-04-25', 'A2 met B 2018-07-07']);
    expect(noticesOf(read)).toContain(words);
    expect(noticesOf(read)).toContain(`since line 3 has ${shown}`);
  });

  it('keeps the year alone of a doubtful day where its cells show both orders', async () => {
    const read = await readDates('25/04/2018', '04/25/2018', '03/04/2018');

    expect(sentencesOf(read)).toEqual(['A0 met B 2018-04-25', 'A1 met B 2018-04-25', 'A2 met B 2018']);
    expect(read.triples[2]?.relation.when).toEqual({ start: '2018', precision: 'year' });
    expect(noticesOf(read)).toContain(
      "In 1 row only the year of the start is kept, since day and month may be the other way round: '03/04/2018' (line 4).",
    );
  });

  it('keeps the year alone where no cell shows the order', async () => {
    const read = await readDates('03/04/2018', '04/05/2018', '05/05/2018');

    expect(sentencesOf(read)).toEqual(['A0 met B 2018', 'A1 met B 2018', 'A2 met B 2018-05-05']);
    expect(noticesOf(read)).toContain('In 2 rows only the year of the start is kept');
  });

  it('keeps the year alone where start and end show different orders', async () => {
    const read = await readText(
      'two.csv',
      'subject,relation,object,start,end\nAna,led,X,25/01/2018,04/25/2018\nAna,led,Y,01/02/2018,2019\n',
    );

    expect(sentencesOf(read)).toEqual(['Ana led X 2018-01-25', 'Ana led Y 2018']);
  });

  it('tells a cell behind the first ten thousand rows that says otherwise', async () => {
    const many = Array.from({ length: 10_000 }, () => '25/04/2018');
    const read = await readDates(...many, '04/25/2018', '03/04/2018');

    expect(sentencesOf(read).at(-1)).toBe('A10001 met B 2018-04-03');
    expect(noticesOf(read)).toContain("Line 10002 has 04/25/2018 in the column 'date', against line 2");
  });

  it('is judged by the same rows however many come at a time', async () => {
    const rows = Array.from({ length: 10_001 }, (_, at): SourceRow => {
      const date = at === 9_999 ? '25/04/2018' : at === 10_000 ? '04/25/2018' : '03/04/2018';
      return { file: 'x.csv', line: at + 2, raw: '', cells: new Map([['start', date]]) };
    });
    const columns = [{ field: 'start', column: 'date' }];
    const orders = await Promise.all(
      [1, 7, 5000, 20_000].map(async (size) => await findDayOrders(inBatches(rows, size), columns)),
    );

    for (const found of orders) expect(found).toMatchObject([{ order: 'day-first', line: 10_001 }]);
  });
});

// eslint-disable-next-line @typescript-eslint/require-await -- rows come asynchronously, and these are there already
async function* inBatches(rows: readonly SourceRow[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

describe('The order of day and month in a column', () => {
  const columns = [
    { field: 'subject', column: 'Who' },
    { field: 'start', column: 'From' },
    { field: 'end', column: 'To' },
  ];
  const row = (
    line: number,
    cells: Readonly<Record<string, string>>,
    more: Partial<SourceRow> = {},
  ): SourceRow => ({
    ...{ file: 'x.csv', line, raw: '', cells: new Map(Object.entries(cells)) },
    ...more,
  });
  const find = (rows: readonly SourceRow[], used = columns) => findDayOrders(inBatches(rows, 100), used);

  it('is that of its first cell that shows one, whatever other columns hold', async () => {
    const rows = [
      row(2, { subject: '04/25/2018', start: '03/04/2018' }),
      row(3, { start: '25/04/2018' }),
      row(4, { start: '26/04/2018', end: 'soon' }),
    ];

    expect(await find(rows)).toEqual([
      { field: 'start', column: 'From', order: 'day-first', cell: '25/04/2018', line: 3 },
    ]);
    expect(await find(rows, columns.slice(0, 1))).toEqual([]);
  });

  it('may be known of both ends where they agree, and of neither where they do not', async () => {
    const both = await find([row(2, { start: '25/04/2018', end: '26/04/2018' })]);
    const neither = await find([row(2, { start: '25/04/2018', end: '04/26/2018' })]);

    expect(both.map(({ field }) => field)).toEqual(['start', 'end']);
    expect(neither).toEqual([]);
  });

  it('is not told by a row that is refused', async () => {
    const problem = { column: 'start', reason: 'x' };

    expect(await find([row(2, { start: '25/04/2018' }, { problem })])).toEqual([]);
  });

  it('is looked for in a thousand rows where none of them has such a date', async () => {
    const rows = (before: number) => [
      ...Array.from({ length: before }, (_, at) => row(at + 2, { start: '2018' })),
      row(9999, { start: '25/04/2018' }),
    ];

    expect(await find(rows(999))).toHaveLength(1);
    expect(await find(rows(1000))).toHaveLength(0);
  });

  const known: DayColumn = {
    ...{ field: 'start', column: 'From' },
    order: 'day-first',
    cell: '25/04/2018',
    line: 3,
  };

  it('writes the doubtful days of a row, and tells the first of each column that says otherwise', () => {
    const told: string[] = [];
    const readDays = createDayReader([known, { ...known, field: 'end', column: 'To' }], (notice) =>
      told.push(notice),
    );
    const read = (line: number, cells: Readonly<Record<string, string>>) => {
      const found = new Map(Object.entries(cells));
      readDays(found, line);
      return Object.fromEntries(found);
    };

    expect(read(4, { start: '03/04/2018', end: '26/04/2018', subject: '03/04/2018' })).toEqual({
      ...{ start: '2018-04-03', end: '26/04/2018', subject: '03/04/2018' },
    });
    expect(read(5, { start: 'soon' })).toEqual({ start: 'soon' });
    expect(told).toEqual([]);
    for (const line of [6, 7]) read(line, { start: '04/25/2018' });
    read(8, { end: '04/25/2018' });
    const reason =
      'against line 3 with 25/04/2018: those that can be read in two ways were read as the latter';
    expect(told).toEqual([
      `Line 6 has 04/25/2018 in the column 'From', ${reason}. Check them.`,
      `Line 8 has 04/25/2018 in the column 'To', ${reason}. Check them.`,
    ]);
  });

  it('is told in a sentence', () => {
    expect(noteDayColumn(known)).toBe(
      "Dates such as 03/04/2018 in the column 'From' are read with the day first (2018-04-03), since line 3 has 25/04/2018. If that is wrong, write them with the year first.",
    );
    expect(noteDayColumn({ ...known, order: 'month-first' })).toContain('with the month first (2018-03-04)');
  });
});
