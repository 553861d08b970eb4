import { describe, expect, it } from '@jest/globals';

import { toEdtf } from '@/lib/ingest/rows/written-date';

import { noticesOf, readText } from './read-written';

async function readDates(column: string, ...dates: readonly string[]) {
  const rows = dates.map((date, at) => `A${at},met,B,"${date}"`);
  const read = await readText('dates.csv', [`subject,relation,object,${column}`, ...rows, ''].join('\n'));
  expect(read.rejects).toEqual([]);
  return { found: read.triples.map(({ relation }) => relation.when), told: noticesOf(read) };
}

async function readSpans(...spans: readonly string[]) {
  const rows = spans.map((span, at) => `A${at},led,B,${span}`);
  const read = await readText('spans.csv', ['subject,relation,object,start,end', ...rows, ''].join('\n'));
  expect(read.rejects).toEqual([]);
  return { found: read.triples.map(({ relation }) => relation.when), told: noticesOf(read) };
}

describe('A date as people write it', () => {
  it.each([
    ['7 March 1911', '1911-03-07'],
    ['March 7, 1911', '1911-03-07'],
    ['Mar 7th 1911', '1911-03-07'],
    ['07-MAR-1911', '1911-03-07'],
    ['1911-Mar-07', '1911-03-07'],
    ['March 1911', '1911-03'],
    ['Sept. 1911', '1911-09'],
    ['7. März 1911', '1911-03-07'],
    ['7 mars 1911', '1911-03-07'],
    ['7 de marzo de 1911', '1911-03-07'],
    ['1er mai 1911', '1911-05-01'],
    ['1911年3月7日', '1911-03-07'],
    ['Tue, 7 Mar 1911 10:00:00 GMT', '1911-03-07'],
    ['Tue Mar 07 10:00:00 +0000 1911', '1911-03-07'],
    ['3/27/1911 2:30 PM', '1911-03-27'],
    ['1911-3-7', '1911-03-07'],
    ['3/1911', '1911-03'],
    ['1911-03-00', '1911-03'],
    ['1911-00-00', '1911'],
    ['19110300', '1911-03'],
    ['1911-03-XX', '1911-03'],
    ['c. 1911', '1911~'],
    ['ca. March 1911', '1911-03~'],
    ['circa 1911?', '1911%'],
    ['probably 1911', '1911?'],
    ['1911 (?)', '1911?'],
    ['[1911]', '1911'],
    ['1910s', '1910/1919'],
    ['191X', '1910/1919'],
    ['18XX', '1800/1899'],
    ['19th century', '1801/1900'],
    ['1911-1913', '1911/1913'],
    ['1911–13', '1911/1913'],
    ['1911/13', '1911/1913'],
    ['c. 1911-1913', '1911~/1913~'],
    ['7 March 1911 – 9 April 1911', '1911-03-07/1911-04-09'],
    ['7–9 March 1911', '1911-03-07/1911-03-09'],
    ['March 1911 to present', '1911-03'],
    ['1911-Q1', '1911-01/1911-03'],
    ['2020-W53', '2020-12-28/2021-01-03'],
    ['1066 AD', '1066'],
  ])('%s is %s', (written, edtf) => {
    expect(toEdtf(written)).toBe(edtf);
  });

  it.each([
    'before 1911',
    '1900s',
    '7/3/11',
    '03/04/1911',
    '44 BC',
    '-0044-03-15',
    '5th century BC',
    'March',
    '7 March',
    '7 March 11',
    '7 Marchember 1911',
    'March April 1911',
    '476',
    '44927',
    'soon',
    `7 March 1911${' '.repeat(80)}`,
  ])('%s says too little, or what cannot be kept', (written) => {
    expect(toEdtf(written)).toBeUndefined();
  });
});

describe('A column of dates', () => {
  it('leaves out what it cannot read, by what is wrong, with a count and examples', async () => {
    const { found, told } = await readDates(
      'date',
      '7 March 1911',
      'before 1911',
      '44 BC',
      '2023-02-30',
      'after 1911',
    );

    expect(found.map((when) => when?.start)).toEqual([
      '1911-03-07',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(told).toContain(
      "In 2 rows the start is left out, since it is not a date in a known format, such as 2023, 2023-05, 2023-05-19 or 19 May 2023: 'before 1911' (line 3), 'after 1911' (line 6).",
    );
    expect(told).toContain("since years BC cannot be stored: '44 BC' (line 4)");
    expect(told).toContain("since there is no such day: '2023-02-30' (line 5)");
  });

  it.each(['NA', 'NaN', 'null', 'None', '-', '—', 'n.d.', 'N/A', '?', 'unknown', '0000-00-00'])(
    'takes %s for nothing',
    async (cell) => {
      const { found, told } = await readDates('time', cell, '1335-01-20');

      expect(found).toEqual([undefined, { start: '1335-01-20', precision: 'day' }]);
      expect(told).not.toContain('left out');
    },
  );

  it('counts days as spreadsheets do, where its name says that it holds dates', async () => {
    const { found, told } = await readDates('Event date', '39448', '2008-02-29', '39507.75');

    expect(found.map((when) => when?.start)).toEqual(['2008-01-01', '2008-02-29', '2008-02-29']);
    expect(told).toContain(
      "a number in the column 'Event date' is read as a spreadsheet's day number: '39448' (line 2)",
    );
    expect((await readDates('begin', '39448')).found).toEqual([undefined]);
  });

  it('counts moments as computers do, where its name says that it holds times', async () => {
    const { found } = await readDates('timestamp', '1199145600', '1204243200000');

    expect(found.map((when) => when?.start)).toEqual(['2008-01-01', '2008-02-29']);
  });

  it('keeps a year that went through a table of decimal numbers', async () => {
    expect((await readDates('when', '1911.0', '1913.0')).found.map((when) => when?.start)).toEqual([
      '1911',
      '1913',
    ]);
  });
});

describe('A span of dates', () => {
  it('has no end where that is 9999', async () => {
    const { found, told } = await readSpans('1911-03-07,9999-12-31', '1911,31.12.9999', ',9999-12-31');

    expect(found).toEqual([
      { start: '1911-03-07', precision: 'day' },
      { start: '1911', precision: 'year' },
      undefined,
    ]);
    expect(told).not.toContain('left out');
  });

  it('is left out where it has an end alone or ends before it starts, and that is told', async () => {
    const { found, told } = await readSpans(',1911', '1920,1915', 'soon,1930', '1920,soon');

    expect(found).toEqual([undefined, undefined, undefined, { start: '1920', precision: 'year' }]);
    expect(told).toContain(
      "In 2 rows the end is left out, since there is no start that can be read: '1911' (line 2), '1930' (line 4).",
    );
    expect(told).toContain(
      "In 1 row start and end are left out, since the end is before the start: '1920 to 1915' (line 3).",
    );
    expect(told).toContain('In 1 row the end is left out, since it is not a date');
  });

  it('goes from the first of its beginning to the last of its end', async () => {
    expect((await readSpans('1910s,1930s')).found).toEqual([
      { start: '1910', end: '1939', precision: 'year' },
    ]);
  });
});
