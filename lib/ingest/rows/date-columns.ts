/** What plain numbers mean in the columns of dates: years, days of a spreadsheet, or something that is no date. */
import type { ColumnUse, SourceRow } from '../source';

type DateField = 'start' | 'end';

/** How the plain numbers of a column are read. */
export interface DateColumn {
  /** What the input calls it; undefined where the format itself says that it holds dates. */
  readonly name: string | undefined;
  /** Whether its name says date, so that 44927 is a day as spreadsheets count them. */
  readonly holdsDays: boolean;
  /** Whether its name says date or time, so that 1684454400 is a moment as computers count them. */
  readonly holdsMoments: boolean;
  /** Whether numbers of up to four digits are years. */
  readonly areYears: boolean;
}

export type DateColumns = Readonly<Record<DateField, DateColumn>>;

const DATE = /dat[eau]|fecha|day|\btag|jour|日|дата/iu;
const MOMENT = /time|stamp|moment|epoch|created|updated|published|_at$/iu;
const YEAR =
  /ye?a?r|jahr|ann[ée]|a[nñ]o\b|\bano\b|anno|år|rok|год|年|when|since|until|valid|seit|desde|depuis/iu;
/** The names that this program itself gives to dates. */
const OWN = /^(?:start|end)$/iu;
const PLAIN = /^-?\d+(?:\.0+)?$/u;
const NUMBER = /^\d+$/u;
const OWN_YEARS = { first: 1000, last: 2100 };
const OTHER_YEARS = { first: 1500, last: 2050 };
/** Of a column of years, so many of its numbers are years. */
const MOST = 0.9;
/** So many numbers with one step between them count something. */
const RUN = 4;

/** Returns the columns of dates as far as their names alone tell; what names leave open counts as years until rows are seen. */
export function toDateColumns(columns: readonly ColumnUse[]): DateColumns {
  const toColumn = (field: DateField): DateColumn => {
    const name = columns.find((use) => use.field === field)?.column;
    const [isDate, isMoment] = [DATE, MOMENT].map((word) => name === undefined || word.test(name));
    return {
      name,
      holdsDays: isDate === true,
      holdsMoments: isDate === true || isMoment === true,
      areYears: true,
    };
  };
  return { start: toColumn('start'), end: toColumn('end') };
}

/**
 * An integer is a year only where its column says so by name, or where all of them may be and nothing else explains them: places in a
 * text, running numbers, the times of a table in which everything is a number.
 *
 * @param rows - the first rows
 */
export function surveyDateColumns(columns: DateColumns, rows: readonly SourceRow[]): DateColumns {
  const doubtful = (['start', 'end'] as const).filter((field) => isDoubtful(columns[field]));
  // Both ends of a span are the same sort of number.
  const areYears = !areOffsets(rows) && doubtful.every((field) => mayBeYears(columns[field], field, rows));
  const toColumn = (field: DateField): DateColumn =>
    doubtful.includes(field) ? { ...columns[field], areYears } : columns[field];
  return { start: toColumn('start'), end: toColumn('end') };
}

function isDoubtful({ name, holdsDays }: DateColumn): boolean {
  return name !== undefined && !holdsDays && !YEAR.test(name);
}

function mayBeYears({ name = '' }: DateColumn, field: DateField, rows: readonly SourceRow[]): boolean {
  const numbers = numbersOf(field, rows);
  if (numbers.length === 0) return true;
  const isOwn = OWN.test(name);
  const { first, last } = isOwn ? OWN_YEARS : OTHER_YEARS;
  const fitting = numbers.filter((number) => number >= first && number <= last).length;
  if (fitting < numbers.length * MOST || (!isOwn && haveNumberedEnds(rows))) return false;
  const isModern = numbers.every((number) => number >= OTHER_YEARS.first && number <= OTHER_YEARS.last);
  return !areRunning(numbers) || (isOwn && isModern);
}

function numbersOf(field: DateField, rows: readonly SourceRow[]): readonly number[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells.get(field);
    return cell !== undefined && PLAIN.test(cell) ? [Number(cell)] : [];
  });
}

function areRunning(numbers: readonly number[]): boolean {
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  return numbers.length >= RUN && step !== 0 && numbers.every((each, at) => each === first + at * step);
}

/** Where everybody is a number, so are the times: those of knowledge graphs for machines count days or hours from their first. */
function haveNumberedEnds(rows: readonly SourceRow[]): boolean {
  return rows.every(({ cells }) => ['subject', 'object'].every((end) => NUMBER.test(cells.get(end) ?? '')));
}

/** Whether start and end are places in the text beside them: each row's text goes at least so far. */
function areOffsets(rows: readonly SourceRow[]): boolean {
  const full = rows.filter(({ cells }) => cells.has('start') && cells.has('end'));
  return full.length > 0 && full.every(({ cells }) => isOffset(cells));
}

function isOffset(cells: SourceRow['cells']): boolean {
  const [start, end] = [cells.get('start') ?? '', cells.get('end') ?? ''];
  const length = (cells.get('quote') ?? '').length;
  return NUMBER.test(start) && NUMBER.test(end) && Number(start) < Number(end) && Number(end) <= length;
}
