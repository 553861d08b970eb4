import { dayOrderOf } from '@/lib/model/day-order';
import { EntenteError } from '@/lib/model/entente-error';
import { parseWhen } from '@/lib/model/parse-when';
import type { When } from '@/lib/model/when';

import { isBlank } from './blank-cell';
import type { DateColumn, DateColumns } from './date-columns';
import { isBeforeOurEra, toEdtf } from './written-date';
import { toDay } from './written-day';

/** Something about a cell of a date that has to be told. */
interface DateNote {
  readonly cell: string;
  readonly about: string;
}

export interface ReadWhen {
  readonly when: When | undefined;
  readonly notes: readonly DateNote[];
}

type Field = 'start' | 'end';

/** Dates held at a time; events of some years have fewer. */
const HELD_MAX = 5000;
const NUMBER = /^(-?\d+)(?:\.0+)?$/u;
const DAYS_OF_SHEET = /^[1-7]\d{4}(?:\.\d+)?$/u;
const MOMENT = /^1\d{9}(?:\d{3})?$/u;
const NEVER = /^9999\b/u;
const SECONDS_DIGITS = 10;
const MS_OF_DAY = 86_400_000;
/** Day 0 of a spreadsheet, as of its day 61: it counts a 29 February 1900 that never was. */
const SHEET_BEGINS = Date.UTC(1899, 11, 30);

/**
 * @param columns - what plain numbers mean in the columns of dates
 * @returns a function that reads the start and the end of a row, and remembers them, since the rows of a file have few dates and each many
 *   times. What cannot be read is left out and noted; a date is never finer than it is written.
 */
export function createWhenReader(columns: DateColumns): (start: string, end: string) => ReadWhen {
  const known = new Map<string, ReadWhen>();
  return (start, end) => {
    const key = `${start}\u0000${end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const read = readWhen(start, end, columns);
    if (known.size >= HELD_MAX) known.clear();
    known.set(key, read);
    return read;
  };
}

interface ReadCell {
  /** EDTF, or the empty text. */
  readonly date: string;
  readonly note?: string | undefined;
}

function readWhen(start: string, end: string, columns: DateColumns): ReadWhen {
  const [from, to] = [readCell('start', start.trim(), columns), readCell('end', end.trim(), columns)];
  const notes = [
    ...(from.note === undefined ? [] : [{ cell: start, about: from.note }]),
    ...(to.note === undefined ? [] : [{ cell: end, about: to.note }]),
  ];
  const [first, last] = [isOpen(from.date) ? '' : from.date, isOpen(to.date) ? '' : to.date];
  if (isOpen(from.date))
    notes.push({ cell: start, about: 'the start is left out, since the year 9999 stands for none' });
  if (last !== '' && first === '') {
    notes.push({ cell: end, about: 'the end is left out, since there is no start that can be read' });
    return { when: undefined, notes };
  }
  return join(first, last, { end, notes });
}

/** 9999-12-31 stands where an end has not come. */
function isOpen(date: string): boolean {
  return NEVER.test(date);
}

interface JoinContext {
  readonly end: string;
  readonly notes: readonly DateNote[];
}

function join(first: string, last: string, { end, notes }: JoinContext): ReadWhen {
  const [from = '', until] = first.split('/');
  const [, to = last] = last.split('/');
  try {
    return { when: parseWhen(from, last === '' ? withoutOpen(until) : to), notes };
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    const about = 'start and end are left out, since the end is before the start';
    return { when: undefined, notes: [...notes, { cell: `${from} to ${end}`, about }] };
  }
}

function withoutOpen(until = ''): string {
  return isOpen(until) ? '' : until;
}

function readCell(field: Field, cell: string, columns: DateColumns): ReadCell {
  if (cell === '' || isBlank(cell)) return { date: '' };
  const column = columns[field];
  const number = NUMBER.exec(cell)?.[1];
  const counted = readCounted(number ?? cell, column);
  if (counted !== undefined) return counted;
  if (isOther(number, column)) return leaveNumber(field, column);
  const date = toEdtf(number ?? cell);
  return date === undefined ? readDoubtful(field, cell) : check(field, date);
}

/** Whether a cell is a number that could be a year and is none in this column. */
function isOther(number: string | undefined, { areYears }: DateColumn): boolean {
  return number !== undefined && number.length < 5 && !areYears;
}

function leaveNumber(field: Field, { name = field }: DateColumn): ReadCell {
  return leaveOut(
    field,
    `numbers in the column '${name}' do not look like years; if they are, name it 'year'`,
  );
}

function readDoubtful(field: Field, cell: string): ReadCell {
  if (dayOrderOf(cell) === 'either') {
    const year = /\d{4}/u.exec(cell)?.[0] ?? '';
    return {
      date: year,
      note: `only the year of the ${field} is kept, since day and month may be the other way round`,
    };
  }
  if (isBeforeOurEra(cell)) return leaveOut(field, 'years BC cannot be stored');
  return leaveOut(
    field,
    'it is not a date in a known format, such as 2023, 2023-05, 2023-05-19 or 19 May 2023',
  );
}

/** Days as spreadsheets count them, and moments as computers do, where the column says that it holds such. */
function readCounted(cell: string, { name = '', holdsDays, holdsMoments }: DateColumn): ReadCell | undefined {
  if (holdsDays && DAYS_OF_SHEET.test(cell)) {
    const date = toDay(SHEET_BEGINS + Math.floor(Number(cell)) * MS_OF_DAY);
    return { date, note: `a number in the column '${name}' is read as a spreadsheet's day number` };
  }
  if (holdsMoments && MOMENT.test(cell)) {
    const date = toDay(Number(cell) * (cell.length === SECONDS_DIGITS ? 1000 : 1));
    return {
      date,
      note: `a number in the column '${name}' is read as a Unix timestamp, of which the day in UTC is kept`,
    };
  }
  return undefined;
}

/** A date that does not exist is left out like one that cannot be read. */
function check(field: Field, date: string): ReadCell {
  const [first = '', last] = date.split('/');
  try {
    if (!isOpen(first)) parseWhen(first, last === undefined || isOpen(last) ? '' : last);
    return { date };
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    return leaveOut(
      field,
      error.message.includes('before') ? 'it ends before it starts' : 'there is no such day',
    );
  }
}

function leaveOut(field: Field, reason: string): ReadCell {
  return { date: '', note: `the ${field} is left out, since ${reason}` };
}
