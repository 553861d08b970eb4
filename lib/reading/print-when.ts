import type { When } from '@/lib/model/when';

interface Day {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const EDTF_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
const EDTF_QUALIFIED = /^(.*?)([?~%]?)$/u;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Writes when something happened for a reader, never more precisely than it is known: "May 2023",
 * "1–10 May 2023", "about 2018".
 */
export function printWhen({ start, end, qualifier }: When): string {
  return qualify(printInterval(start, end), qualifier);
}

/**
 * Writes an EDTF date or interval of a document, such as `2023-06` or `2018?`, for a reader; any
 * other text stays as it is.
 */
export function printDate(edtf: string): string {
  const [start = '', end] = edtf.split('/');
  const [, date = '', qualifier = ''] = EDTF_QUALIFIED.exec(end ?? start) ?? [];
  return end === undefined
    ? qualify(printInterval(date), qualifier)
    : qualify(printInterval(start, date), qualifier);
}

function printInterval(start: string, end = start): string {
  const from = parseDay(start);
  const to = parseDay(end);
  if (!from || !to) return start === end ? start : `${start} – ${end}`;
  if (start === end) return printDay(from);
  return printShared(from, to) ?? `${printDay(from)} – ${printDay(to)}`;
}

/** Two dates that share their year or month say it once. */
function printShared(from: Day, to: Day): string | undefined {
  if (from.month === undefined || to.month === undefined) {
    return from.month === to.month ? `${from.year}–${to.year}` : undefined;
  }
  if (from.year !== to.year) return undefined;
  if (from.day === undefined && to.day === undefined) return `${nameOf(from.month)}–${printDay(to)}`;
  if (from.day === undefined || to.day === undefined) return undefined;
  return from.month === to.month
    ? `${from.day}–${printDay(to)}`
    : `${from.day} ${nameOf(from.month)} – ${printDay(to)}`;
}

function printDay({ year, month, day }: Day): string {
  return [day, month && nameOf(month), year].filter((part) => part !== undefined).join(' ');
}

function nameOf(month: number): string {
  return months[month - 1] ?? String(month);
}

function parseDay(text: string): Day | undefined {
  const [, year, month, day] = EDTF_DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

function qualify(date: string, qualifier: string | undefined): string {
  const about = qualifier === '~' || qualifier === '%' ? `about ${date}` : date;
  return qualifier === '?' || qualifier === '%' ? `${about} (uncertain)` : about;
}
