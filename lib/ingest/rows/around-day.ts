import { toEdtf } from './written-date';
import { toDay } from './written-day';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MS_OF_DAY = 86_400_000;
const DAYS_OF_WEEK = 7;

/**
 * Of a day that stands for a longer time, that time, so that nobody takes it for the day.
 *
 * @param written - a day as it stands in a cell
 * @returns the week from Monday to Sunday with the day in it, about which nobody is sure where it began; as it was, where it is no day
 */
export function weekAround(written: string): string {
  const day = toEdtf(written) ?? '';
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined) return written;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const sinceMonday = (new Date(at).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  const monday = at - sinceMonday * MS_OF_DAY;
  return `${toDay(monday)}~/${toDay(monday + (DAYS_OF_WEEK - 1) * MS_OF_DAY)}~`;
}

/**
 * @param written - a day as it stands in a cell
 * @returns its month; as it was, where it is no day
 */
export function monthAround(written: string): string {
  const day = toEdtf(written) ?? '';
  return DAY.test(day) ? day.slice(0, 'YYYY-MM'.length) : written;
}
