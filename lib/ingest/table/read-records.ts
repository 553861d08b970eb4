import type { Encoding } from '../bytes/detect-encoding';
import { readLines } from '../bytes/read-lines';
import type { Meter } from '../bytes/meter';
import { splitCells, type Delimiter } from './split-cells';
import { LONGEST_LINE, type Line } from '../bytes/split-lines';

/** A record of a table: the line it starts on, as it stands there, and its cells or why there are none. */
export interface CsvRecord {
  readonly line: number;
  readonly raw: string;
  readonly cells: readonly string[];
  readonly problem: string | undefined;
  /** Some of its bytes do not decode; they are U+FFFD. */
  readonly isBroken: boolean;
}

/** How a table is written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /**
   * `csv`: RFC 4180. `loose`: the same where it fits, and otherwise quotation marks are letters like others, as in most tables
   * with tabs. `none`: they always are.
   */
  readonly quoting: 'csv' | 'loose' | 'none';
  /** How many cells a row has, when that is known. */
  readonly width?: number | undefined;
}

const BAD_QUOTES =
  'the quotation marks do not pair up; a cell with commas, quotation marks or line breaks is put in "…", and each quotation mark inside it is doubled';

/**
 * Reads a table in flat memory, some records at a time. A record that cannot be read costs its first line only: reading goes on with the
 * line after it, so that one lost quotation mark does not swallow what follows.
 */
export async function* readRecords(
  path: string,
  dialect: Dialect,
  options: { readonly encoding: Encoding; readonly meter?: Meter | undefined },
): AsyncGenerator<readonly CsvRecord[]> {
  const splitter = createRecordSplitter(dialect);
  for await (const lines of readLines(path, options)) yield splitter.add(lines);
  yield splitter.finish();
}

/** Makes records of lines. */
export function createRecordSplitter(dialect: Dialect) {
  let open: Line[] = [];
  let length = 0;
  let isInQuotes = false;

  function close(): readonly Line[] {
    const lines = open;
    open = [];
    length = 0;
    isInQuotes = false;
    return lines;
  }

  /**
   * Consumes a line.
   * @returns the lines that have to be read again
   */
  function take(line: Line, records: CsvRecord[]): readonly Line[] {
    if (open.length > 0 && goesOnByItself(line, dialect)) return [...giveUp(records), line];
    open.push(line);
    length += line.text.length;
    if (hasOddQuotes(line.text)) isInQuotes = !isInQuotes;
    if (line.isCut || length > LONGEST_LINE) return giveUp(records);
    if (isInQuotes) return [];
    const record = toRecord(open, dialect);
    if (record === undefined) return giveUp(records);
    close();
    records.push(record);
    return [];
  }

  function giveUp(records: CsvRecord[]): readonly Line[] {
    const [first, ...again] = close();
    if (first !== undefined) records.push(toLoneRecord(first, dialect));
    return again;
  }

  function addAll(lines: readonly Line[], records: CsvRecord[]): void {
    let waiting = lines;
    for (let next = 0; next < waiting.length; next += 1) {
      const line = waiting[next];
      if (line === undefined || (open.length === 0 && addPlain(line, dialect, records))) continue;
      const again = take(line, records);
      if (again.length === 0) continue;
      waiting = [...again, ...waiting.slice(next + 1)];
      next = -1;
    }
  }

  return {
    add(lines: readonly Line[]): readonly CsvRecord[] {
      const records: CsvRecord[] = [];
      addAll(lines, records);
      return records;
    },
    finish(): readonly CsvRecord[] {
      const records: CsvRecord[] = [];
      while (open.length > 0) addAll(giveUp(records), records);
      return records;
    },
  };
}

/**
 * Adds a line that is a record by itself, without quotation marks that mean anything, or is blank.
 * @returns whether it was one
 */
function addPlain(line: Line, { delimiter, quoting }: Dialect, records: CsvRecord[]): boolean {
  const { number, text, isCut, isBroken } = line;
  if (isCut || (quoting !== 'none' && text.includes('"'))) return false;
  if (text.trim() === '') return true;
  records.push({ line: number, raw: text, cells: text.split(delimiter), problem: undefined, isBroken });
  return true;
}

/** Whether a line is a row of its own and no part of an open cell: in a loose table, when it has just the cells of a row. */
function goesOnByItself({ text }: Line, { quoting, width, delimiter }: Dialect): boolean {
  return quoting === 'loose' && width !== undefined && width > 1 && text.split(delimiter).length === width;
}

function toRecord(lines: readonly Line[], dialect: Dialect): CsvRecord | undefined {
  const raw = lines.map(({ text }) => text).join('\n');
  const cells = splitCells(raw, dialect.delimiter);
  if (cells === undefined || isUnlikely(cells, dialect)) return undefined;
  const isBroken = lines.some((line) => line.isBroken);
  return { line: lines[0]?.number ?? 1, raw, cells, problem: undefined, isBroken };
}

function isUnlikely(cells: readonly string[], { quoting, width }: Dialect): boolean {
  return quoting === 'loose' && width !== undefined && cells.length !== width;
}

/** A line that makes no record with what follows. */
function toLoneRecord(line: Line, { delimiter, quoting }: Dialect): CsvRecord {
  const { number, text, isCut, isBroken } = line;
  const base = { line: number, raw: text, isBroken };
  if (isCut) {
    return {
      ...base,
      cells: [],
      problem: `the line is longer than ${LONGEST_LINE} bytes; split the text or the row`,
    };
  }
  return quoting === 'csv'
    ? { ...base, cells: [], problem: BAD_QUOTES }
    : { ...base, cells: text.split(delimiter), problem: undefined };
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
