import { describe, expect, it } from '@jest/globals';

import { printDate, printWhen } from '@/lib/reading/print-when';

describe('printWhen', () => {
  it.each([
    [{ start: '2018', precision: 'year' }, '2018'],
    [{ start: '2023-05', precision: 'month' }, 'May 2023'],
    [{ start: '2023-05-19', precision: 'day' }, '19 May 2023'],
    [{ start: '2018', end: '2023', precision: 'year' }, '2018–2023'],
    [{ start: '2023-04', end: '2023-05', precision: 'month' }, 'April–May 2023'],
    [{ start: '2022-12', end: '2023-01', precision: 'month' }, 'December 2022 – January 2023'],
    [{ start: '2023-05-01', end: '2023-05-10', precision: 'day' }, '1–10 May 2023'],
    [{ start: '2023-04-28', end: '2023-05-03', precision: 'day' }, '28 April – 3 May 2023'],
    [{ start: '2022-12-30', end: '2023-01-02', precision: 'day' }, '30 December 2022 – 2 January 2023'],
    [{ start: '2023-05-01', end: '2023-05-01', precision: 'day' }, '1 May 2023'],
    [{ start: '2018', end: '2023-05', precision: 'month' }, '2018 – May 2023'],
    [{ start: '2018', end: '2018-05', precision: 'month' }, '2018 – May 2018'],
    [{ start: '2018-05', end: '2018', precision: 'year' }, 'May 2018 – 2018'],
    [{ start: '2018-05', end: '2019', precision: 'year' }, 'May 2018 – 2019'],
    [{ start: '2023-05', end: '2023-05-10', precision: 'day' }, 'May 2023 – 10 May 2023'],
    [{ start: '2023-05-10', end: '2023-06', precision: 'day' }, '10 May 2023 – June 2023'],
    [{ start: '2023-05-10', end: '2024-05-12', precision: 'day' }, '10 May 2023 – 12 May 2024'],
    [{ start: 'once', end: '2023', precision: 'year' }, 'once – 2023'],
    [{ start: '2023', end: 'some day', precision: 'year' }, '2023 – some day'],
  ] as const)('prints %j as %s', (when, printed) => {
    expect(printWhen(when)).toBe(printed);
  });

  it.each([
    ['~', 'about May 2023'],
    ['?', 'May 2023 (uncertain)'],
    ['%', 'about May 2023 (uncertain)'],
  ] as const)('says what the qualifier %s means', (qualifier, printed) => {
    expect(printWhen({ start: '2023-05', precision: 'month', qualifier })).toBe(printed);
  });
});

describe('printDate', () => {
  it.each([
    ['2023-06-18', '18 June 2023'],
    ['2023-08', 'August 2023'],
    ['2018?', '2018 (uncertain)'],
    ['2022-11-14/2022-11-16', '14–16 November 2022'],
    ['2022-11-14/2022-11-16~', 'about 14–16 November 2022'],
  ])('prints the EDTF date %s as %s', (edtf, printed) => {
    expect(printDate(edtf)).toBe(printed);
  });

  it.each(['2023-05-19 or so', 'on 2023', '', 'about 2023~?'])(
    'leaves %j as it is, but for a doubt',
    (text) => {
      expect(printDate(text)).toContain(text.replace(/[?~%]$/u, ''));
    },
  );

  it('leaves what is no date as it is', () => {
    expect(printDate('Spring 2023')).toBe('Spring 2023');
  });
});
