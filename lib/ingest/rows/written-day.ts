/** A single date in the ways that people write it. */
import { dayOrderOf, toOrderedDay, YEAR_LAST } from '@/lib/model/day-order';

import { monthNames, toMonthKey } from './month-names';

/** EDTF already, which most cells are. */
export const EDTF = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?$/u;
const FILLERS = new Set(['de', 'of', 'del', 'the', 'le', 'den', 'der', 'di', 'do']);
const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?$/iu;
const YEAR = /^\d{4}$/u;

const readers: readonly ((text: string) => string | undefined)[] = [
  (text) => (EDTF.test(text) ? text : undefined),
  readDecade,
  readCentury,
  readNumbers,
  readYearLast,
  readUnspecified,
  readWeek,
  readChinese,
  readWords,
];

/**
 * @param text - one date as it is written, without doubts or times of day
 * @returns it in EDTF: a date, or an interval where it is a decade, a century, a quarter or a week.
 */
export function readOneDate(text: string): string | undefined {
  for (const read of readers) {
    const found = read(text.trim());
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 1920s are ten years, but 1900s may be a hundred. */
function readDecade(text: string): string | undefined {
  const decade = /^(?:the\s+)?(\d{3})(?:0['’]?s|X)$/iu.exec(text)?.[1];
  if (decade === undefined) return undefined;
  return decade.endsWith('0') && !/X$/iu.test(text) ? undefined : `${decade}0/${decade}9`;
}

function readCentury(text: string): string | undefined {
  const unspecified = /^(\d{2})XX$/iu.exec(text)?.[1];
  if (unspecified !== undefined) return `${unspecified}00/${unspecified}99`;
  const century = Number(/^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+(?:century|c\.?)$/iu.exec(text)?.[1] ?? 0);
  if (century < 1 || century > 21) return undefined;
  return `${pad(century * 100 - 99, 4)}/${pad(century * 100, 4)}`;
}

/** Parts of numbers; a month or a day of 00 says that it is not known. */
function readNumbers(text: string): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  const parted = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/u.exec(text);
  if (compact) return toDate(compact[1], compact[2], compact[3]);
  if (parted)
    return isMonthOrRange(parted[2], parted[3], parted[4])
      ? toDate(parted[1], parted[3], parted[4])
      : undefined;
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/u.exec(text);
  return monthFirst ? toDate(monthFirst[2], monthFirst[1], undefined) : undefined;
}

/** 31/01/2018 and 1/31/2018 can only be one day; 03/04/2018 is left to who knows which stands first. */
function readYearLast(text: string): string | undefined {
  const order = dayOrderOf(text);
  if (order === 'day-first' || order === 'month-first') return toOrderedDay(text, order);
  const [, first, , second, year] = order === undefined ? (YEAR_LAST.exec(text) ?? []) : [];
  return first !== undefined && first === second ? toDate(year, first, second) : undefined;
}

/** 1923-25 and 1923/25 are two years, not a month that does not exist. */
function isMonthOrRange(separator = '', month = '', day: string | undefined): boolean {
  return day !== undefined || (Number(month) <= 12 && (separator !== '/' || Number(month) > 0));
}

/** EDTF's level 1: 2023-XX-XX, 2023-05-XX. */
function readUnspecified(text: string): string | undefined {
  const parts = /^(\d{4})-(?:(\d{2})|XX)-XX$|^(\d{4})-XX$/iu.exec(text);
  return parts ? toDate(parts[1] ?? parts[3], parts[2], undefined) : undefined;
}

/** A week of ISO 8601 is its seven days; a quarter its three months. */
function readWeek(text: string): string | undefined {
  const quarter = /^(\d{4})[-\s]?Q([1-4])$|^Q([1-4])[-\s/]?(\d{4})$/iu.exec(text);
  if (quarter) {
    const [year = '', last] = [quarter[1] ?? quarter[4], Number(quarter[2] ?? quarter[3]) * 3];
    return `${year}-${pad(last - 2)}/${year}-${pad(last)}`;
  }
  const [, year, week] = /^(\d{4})-?W(\d{2})$/iu.exec(text) ?? [];
  return year === undefined || week === undefined ? undefined : toWeek(Number(year), Number(week));
}

function toWeek(year: number, week: number): string | undefined {
  if (week < 1 || week > 53) return undefined;
  // The fourth of January is in the first week.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7);
  return `${toDay(monday)}/${toDay(monday + 6 * 86_400_000)}`;
}

/** Returns the day of a time in milliseconds, as EDTF writes it. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function readChinese(text: string): string | undefined {
  const parts = /^(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?$/u.exec(text);
  return parts ? toDate(parts[1], parts[2], parts[3]) : undefined;
}

/** A month by its name, with a year of four digits, and perhaps a day; in any order that leaves no doubt. */
function readWords(text: string): string | undefined {
  const tokens = text
    .split(/[\s,_/-]+|\.(?=\s|\d|\p{L})/u)
    .filter((token) => token !== '' && !FILLERS.has(token.toLowerCase()));
  if (tokens.length < 2 || tokens.length > 3) return undefined;
  const months = tokens.map((token) => monthNames.get(toMonthKey(token)));
  const month = months.find((number) => number !== undefined);
  const years = tokens.filter((token) => YEAR.test(token));
  const days = tokens
    .filter((_, at) => months[at] === undefined)
    .flatMap((token) => DAY.exec(token.replace(/\.$/u, ''))?.[1] ?? []);
  if (month === undefined || years.length !== 1 || days.length !== tokens.length - 2) return undefined;
  return toDate(years[0], pad(month), days[0]);
}

function toDate(year = '', month: string | undefined, day: string | undefined): string | undefined {
  if (Number(year) === 0) return undefined;
  if (month === undefined || Number(month) === 0)
    return day === undefined || Number(day) === 0 ? year : undefined;
  const toMonth = `${year}-${month.padStart(2, '0')}`;
  return day === undefined || Number(day) === 0 ? toMonth : `${toMonth}-${day.padStart(2, '0')}`;
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}
