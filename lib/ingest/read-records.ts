import { parse } from 'csv-parse/sync';

import { LONGEST_LINE, readLines, type Line } from './read-lines';
import type { Meter } from './source';

/** A record of a CSV file: the line it starts on, as it stands there, and its cells or why there are none. Text is still bytes (see `Line`). */
export interface CsvRecord {
  readonly line: number;
  readonly raw: string;
  readonly cells: readonly string[];
  readonly problem: string | undefined;
}

export type Delimiter = ',' | ';' | '\t';

const BAD_QUOTES =
  'the quotation marks do not pair up; a cell with commas, quotation marks or line breaks is put in "…", and each quotation mark inside it is doubled';

/**
 * Reads a CSV file in flat memory, some records at a time. A record that cannot be read costs its first line only: reading goes on with the
 * line after it, so that one lost quotation mark does not swallow what follows.
 */
export async function* readRecords(
  path: string,
  delimiter: Delimiter,
  meter?: Meter,
): AsyncGenerator<readonly CsvRecord[]> {
  const splitter = createSplitter(delimiter);
  for await (const lines of readLines(path, meter)) yield [...splitter.add(lines)];
  yield [...splitter.finish()];
}

function createSplitter(delimiter: Delimiter) {
  let open: Line[] = [];
  let length = 0;
  let isInQuotes = false;

  function clear(): void {
    open = [];
    length = 0;
    isInQuotes = false;
  }

  /** Takes a line in. Out: the records that it completes, and the lines that have to be looked at again. */
  function take(line: Line): { record?: CsvRecord; again?: readonly Line[] } {
    if (open.length === 0 && line.text.trim() === '' && !line.isCut) return {};
    open.push(line);
    length += line.text.length;
    if (hasOddQuotes(line.text)) isInQuotes = !isInQuotes;
    if (line.isCut || length > LONGEST_LINE) return giveUp();
    if (isInQuotes) return {};
    const record = toRecord(open, delimiter);
    if (record.problem !== undefined) return giveUp();
    clear();
    return { record };
  }

  function giveUp(): { record?: CsvRecord; again?: readonly Line[] } {
    const [first, ...again] = open;
    clear();
    return first === undefined ? {} : { record: toBadRecord(first), again };
  }

  function* add(lines: readonly Line[]): Generator<CsvRecord> {
    let waiting = lines;
    for (let next = 0; next < waiting.length; next += 1) {
      const line = waiting[next];
      const { record, again = [] } = line ? take(line) : {};
      if (record) yield record;
      if (again.length > 0) {
        waiting = [...again, ...waiting.slice(next + 1)];
        next = -1;
      }
    }
  }

  function* finish(): Generator<CsvRecord> {
    while (open.length > 0) {
      const { record, again = [] } = giveUp();
      if (record) yield record;
      yield* add(again);
    }
  }

  return { add, finish };
}

function toRecord(lines: readonly Line[], delimiter: Delimiter): CsvRecord {
  const raw = lines.map(({ text }) => text).join('\n');
  const line = lines[0]?.number ?? 1;
  if (!raw.includes('"')) return { line, raw, cells: raw.split(delimiter), problem: undefined };
  try {
    const [cells = []] = parse(raw, { delimiter, relax_column_count: true });
    return { line, raw, cells, problem: undefined };
  } catch {
    return { line, raw, cells: [], problem: BAD_QUOTES };
  }
}

function toBadRecord({ number, text, isCut }: Line): CsvRecord {
  const problem = isCut
    ? `the line is longer than ${LONGEST_LINE} bytes; split the text or the row`
    : BAD_QUOTES;
  return { line: number, raw: text, cells: [], problem };
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
