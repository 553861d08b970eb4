import { describe, expect, it } from '@jest/globals';

import { findDayOrders } from '@/lib/ingest/table/find-day-orders';
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
