/**
 * Dates of EDTF level 1 as far as a relation needs them: year, month or day, each with at most one qualifier, and closed intervals.
 * The `edtf` package is not used here: it reads 2023-02-29 as 1 March without a word, and takes 0.1 ms for each date.
 */
import { TIME_OF_DAY, YEAR_LAST } from './day-order';
import { EntenteError } from './entente-error';
import type { Precision, When } from './when';

type Qualifier = NonNullable<When['qualifier']>;

interface PartialDate {
  readonly date: string;
  readonly precision: Precision;
  readonly qualifier: Qualifier | undefined;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/u;
/** What nearly every date is: not looked at further. */
const EXTENDED_DAY = /^\d{4}-\d{2}-\d{2}/u;
const BASIC = /^(\d{4})(\d{2})(\d{2})$/u;
const YEAR_FIRST = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/u;
const LONGEST_DATE = 64;
const MONTHS_OF_30_DAYS = [4, 6, 9, 11];

/**
 * Parses when something happened. Besides EDTF, 20230519 and 2023/05/19 are accepted, and
 * 19/05/2023 or 5/19/2023 where only one of day and month can be meant; a time of day is left out.
 * @param start - the cell `start`; it may hold an interval `a/b` when `end` is empty
 * @param end - the cell `end`
 * @returns undefined when both cells are empty; the precision is that of the coarser end
 * @throws `invalid` with the field's name as path when a date has none of these forms, is
 *   ambiguous, does not exist, or ends before it starts
 */
export function parseWhen(start: string, end: string): When | undefined {
  const [from, to] = splitInterval(toEdtf('start', start.trim()), toEdtf('end', end.trim()));
  if (from === '' && to === '') return undefined;
  if (from === '') refuse('start', `there is an end, '${to}', but no start; give the start as well`);
  const first = parseDate('start', from);
  if (to === '') return toWhen(first, undefined);
  const last = parseDate('end', to);
  // A coarser date is the beginning of each of its days, so that it sorts before them.
  if (lastDayOf(last) < first.date) refuse('end', `the end, '${to}', is before the start, '${from}'`);
  return toWhen(first, last);
}

/** Other ways to write a day, as EDTF writes it; anything else as it is. */
function toEdtf(field: 'start' | 'end', cell: string): string {
  if (cell.length < 8 || cell.length > LONGEST_DATE || EXTENDED_DAY.test(cell)) return cell;
  const date = cell.replace(TIME_OF_DAY, '');
  const basic = BASIC.exec(date);
  if (basic) return basic.slice(1).join('-');
  const yearFirst = YEAR_FIRST.exec(date);
  if (yearFirst) return joinDate(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = YEAR_LAST.exec(date);
  return yearLast ? orderParts(field, cell, yearLast) : cell;
}

/** Day and month stand in either order: it is told by the one that can be no month. */
function orderParts(field: 'start' | 'end', cell: string, parts: RegExpExecArray): string {
  const [, first = '', , second = '', year = ''] = parts;
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = joinDate(year, second, first);
  const monthFirst = joinDate(year, first, second);
  if (a !== b && isMonth(a) && isMonth(b)) {
    refuse(field, `date '${cell}' may be ${dayFirst} or ${monthFirst}; write the one that is meant`);
  }
  const [, month, day] = (isMonth(b) ? dayFirst : monthFirst).split('-');
  if (!doesExist(Number(year), month, day)) refuse(field, `date '${cell}' does not exist`);
  return joinDate(year, month, day);
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function joinDate(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function splitInterval(start: string, end: string): readonly [string, string] {
  if (!start.includes('/')) return [start, end];
  const [from = '', to = '', more] = start.split('/', 3);
  if (more !== undefined || from === '' || to === '') {
    refuse(
      'start',
      `'${shorten(start)}' is not an interval; write it as start/end, for example 2023-05/2023-06`,
    );
  }
  if (end !== '') {
    refuse('end', `'${shorten(start)}' is already an interval; leave the end empty, or remove the interval`);
  }
  return [from, to];
}

function parseDate(field: 'start' | 'end', cell: string): PartialDate {
  const parts = cell.length <= LONGEST_DATE ? DATE.exec(cell.replace(TIME_OF_DAY, '')) : null;
  if (parts === null) {
    refuse(
      field,
      `'${shorten(cell)}' is not a date in a known format; write 2023, 2023-05 or 2023-05-19, with ?, ~ or % after it if it is uncertain, approximate or both`,
    );
  }
  const [, year = '', month, day] = parts;
  if (!doesExist(Number(year), month, day)) refuse(field, `date '${cell}' does not exist`);
  return {
    date: [year, month, day].filter((part) => part !== undefined).join('-'),
    precision: precisionOf(month, day),
    qualifier: toQualifier(parts[4]),
  };
}

function doesExist(year: number, month: string | undefined, day: string | undefined): boolean {
  if (month === undefined) return true;
  const number = Number(month);
  if (number < 1 || number > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysOf(year, number));
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return MONTHS_OF_30_DAYS.includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function precisionOf(month: string | undefined, day: string | undefined): Precision {
  if (month === undefined) return 'year';
  return day === undefined ? 'month' : 'day';
}

function toQualifier(sign: string | undefined): Qualifier | undefined {
  return sign === '?' || sign === '~' || sign === '%' ? sign : undefined;
}

function toWhen(first: PartialDate, last: PartialDate | undefined): When {
  const qualifier = joinQualifiers(first.qualifier, last?.qualifier);
  return {
    start: first.date,
    ...(last && { end: last.date }),
    precision: coarser(first.precision, last?.precision ?? first.precision),
    ...(qualifier && { qualifier }),
  };
}

/** A doubt about one end is a doubt about the interval. */
function joinQualifiers(a: Qualifier | undefined, b: Qualifier | undefined): Qualifier | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  return '%';
}

function coarser(a: Precision, b: Precision): Precision {
  if (a === 'year' || b === 'year') return 'year';
  return a === 'month' || b === 'month' ? 'month' : 'day';
}

/** Only ever compared with other dates, so that 31 may stand for the last day of any month. */
function lastDayOf({ date }: PartialDate): string {
  return date + '-12-31'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

function shorten(cell: string): string {
  return cell.length > LONGEST_DATE ? `${cell.slice(0, LONGEST_DATE)}…` : cell;
}

function refuse(path: 'start' | 'end', message: string): never {
  throw new EntenteError('invalid', message, { fields: [{ path, message }] });
}
