/** Days with the year last, of which a single one may not say whether the day or the month stands first. */

export type DayOrder = 'day-first' | 'month-first';

export const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u;
export const TIME_OF_DAY =
  /(?:T\d{2}(?::?\d{2}){0,2}| \d{1,2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?))?$/u;
const MONTHS = 12;

/**
 * Tells what stands first in a written date.
 * @param cell - the date as written
 * @returns `either` when both could; undefined when it is not such a date, or means the same both
 *   ways
 */
export function dayOrderOf(cell: string): DayOrder | 'either' | undefined {
  const [first, second] = toParts(cell) ?? [];
  if (first === undefined || second === undefined || first === second) return undefined;
  if (first <= MONTHS && second <= MONTHS) return 'either';
  if (first > MONTHS && second > MONTHS) return undefined;
  return first > MONTHS ? 'day-first' : 'month-first';
}

/**
 * Writes a date as an EDTF day.
 * @param cell - a date whose order is `either`
 * @param order - the order that is meant
 */
export function toOrderedDay(cell: string, order: DayOrder): string {
  const [first = 0, second = 0, year = 0] = toParts(cell) ?? [];
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return [String(year).padStart(4, '0'), toTwoDigits(month), toTwoDigits(day)].join('-');
}

function toParts(cell: string): readonly [first: number, second: number, year: number] | undefined {
  const parts = YEAR_LAST.exec(cell) ?? YEAR_LAST.exec(cell.replace(TIME_OF_DAY, ''));
  return parts ? [Number(parts[1]), Number(parts[3]), Number(parts[4])] : undefined;
}

function toTwoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
