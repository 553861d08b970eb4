import { parse } from 'csv-parse/sync';

export type Delimiter = ',' | ';' | '\t' | '|';

const QUOTE = '"';

/**
 * Splits a record of CSV, without its line end, into cells. `csv-parse` decides whatever is not
 * plain; used for every record it takes ten times as long.
 * @param record - the record
 * @param delimiter - the separator
 * @returns undefined when the quotation marks do not pair up
 */
export function splitCells(record: string, delimiter: Delimiter): readonly string[] | undefined {
  return splitPlain(record, delimiter) ?? splitOdd(record, delimiter);
}

/** The cells of a record in which each cell either begins and ends with a quotation mark or has none. */
function splitPlain(record: string, delimiter: Delimiter): readonly string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const end = record.startsWith(QUOTE, at) ? findClosing(record, at) : findEnd(record, delimiter, at);
    if (end === undefined) return undefined;
    cells.push(toCell(record.slice(at, end)));
    if (end === record.length) return cells;
    if (!record.startsWith(delimiter, end)) return undefined;
    at = end;
  }
}

/** Where a cell without quotation marks ends. */
function findEnd(record: string, delimiter: Delimiter, start: number): number | undefined {
  const found = record.indexOf(delimiter, start);
  const end = found === -1 ? record.length : found;
  const quote = record.indexOf(QUOTE, start);
  return quote === -1 || quote >= end ? end : undefined;
}

/** Where a cell ends that begins with a quotation mark: behind the next one that is not doubled. */
function findClosing(record: string, start: number): number | undefined {
  let end = record.indexOf(QUOTE, start + 1);
  while (end !== -1 && record.startsWith(QUOTE, end + 1)) end = record.indexOf(QUOTE, end + 2);
  return end === -1 ? undefined : end + 1;
}

function toCell(written: string): string {
  if (!written.startsWith(QUOTE)) return written;
  const inner = written.slice(1, -1);
  return inner.includes(QUOTE) ? inner.replaceAll('""', QUOTE) : inner;
}

function splitOdd(record: string, delimiter: Delimiter): readonly string[] | undefined {
  try {
    const [cells = []] = parse(record, { delimiter, relax_column_count: true });
    return cells;
  } catch {
    return undefined;
  }
}
