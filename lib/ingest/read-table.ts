import { createReadStream } from 'node:fs';

import { EntenteError } from '@/lib/model/entente-error';
import { restoreCell } from '@/lib/model/formula-cell';

import { decodeBytes, decodeForShow } from './decode-text';
import { readRecords, type CsvRecord, type Delimiter } from './read-records';
import type { ColumnUse, Meter, SourceRow } from './source';

/** Which columns a kind of table has. */
export interface TableShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** A row of a table, with its cells by column name. */
export type TableRow = SourceRow;

export interface Table {
  readonly file: string;
  readonly columns: readonly ColumnUse[];
  /** Columns that the file has and this kind of table does not know; they are not read. */
  readonly unknown: readonly string[];
  /** Reads the file from its beginning, each time it is called; rows come some at a time. */
  rows(meter?: Meter): AsyncGenerator<readonly TableRow[]>;
}

/** The columns that our own rejects files put before the row. */
export const REJECT_COLUMNS = ['file', 'line', 'column', 'reason'] as const;

const delimiters: readonly Delimiter[] = [',', ';', '\t'];
const UTF_16_MARKS = ['\u00ff\u00fe', '\u00fe\u00ff'];

/**
 * Opens a CSV file with a header; comma, semicolon or tab between cells. Cells come trimmed. A rejects file of ours is read like
 * the table it came from.
 *
 * Throws `invalid` when the whole file cannot be used: empty, not text, no header, a column missing or twice.
 */
export async function openTable(path: string, shape: TableShape): Promise<Table> {
  await refuseBinary(path);
  const first = await readHeader(path, ',');
  const delimiter = delimiters.find((each) => each !== ',' && isSeparatedBy(first, each)) ?? ',';
  const header = delimiter === ',' ? first : await readHeader(path, delimiter);
  const columns = toColumns(path, header);
  const known = [...shape.required, ...shape.optional];
  refuseMissing(path, columns, shape);
  const isRejectsFile = REJECT_COLUMNS.every((column) => columns.includes(column));
  const ignored: readonly string[] = isRejectsFile ? [...REJECT_COLUMNS, 'row'] : [];
  return {
    file: path,
    columns: columns
      .filter((column) => known.includes(column))
      .map((column) => ({
        field: column,
        column: namesAsWritten(header)[columns.indexOf(column)] ?? column,
      })),
    unknown: columns.filter((column) => !known.includes(column) && !ignored.includes(column)),
    rows: (meter) => readRows({ path, delimiter, columns, isRejectsFile }, meter),
  };
}

async function refuseBinary(path: string): Promise<void> {
  for await (const chunk of createReadStream(path, { encoding: 'latin1', end: 1 })) {
    if (!UTF_16_MARKS.includes(String(chunk))) continue;
    throw new EntenteError('invalid', `${path} is UTF-16; save it with the encoding UTF-8.`);
  }
}

async function readHeader(path: string, delimiter: Delimiter): Promise<CsvRecord> {
  for await (const [record] of readRecords(path, delimiter)) {
    if (record === undefined) continue;
    if (record.problem === undefined) return record;
    throw new EntenteError(
      'invalid',
      `${path}, line ${record.line}: the header cannot be read: ${record.problem}.`,
    );
  }
  throw new EntenteError('invalid', `${path} is empty; its first line has to name the columns.`);
}

function isSeparatedBy(header: CsvRecord, delimiter: Delimiter): boolean {
  return header.cells.length === 1 && header.raw.includes(delimiter);
}

function namesAsWritten(header: CsvRecord): readonly string[] {
  return header.cells.map((cell) => decodeForShow(cell).trim());
}

function toColumns(path: string, header: CsvRecord): readonly string[] {
  const columns = namesAsWritten(header).map((name) => name.toLowerCase());
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw new EntenteError('invalid', `${path} has two columns named '${twice}'; name each once.`);
  return columns;
}

function refuseMissing(path: string, columns: readonly string[], shape: TableShape): void {
  const missing = shape.required.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  const found = columns.map((column) => column.slice(0, 40)).slice(0, 20);
  throw new EntenteError(
    'invalid',
    `${path} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}. Its first line names: ${found.join(', ')}. Needed are: ${shape.required.join(', ')}.`,
  );
}

interface RowSource {
  readonly path: string;
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly isRejectsFile: boolean;
}

async function* readRows(source: RowSource, meter: Meter | undefined): AsyncGenerator<readonly TableRow[]> {
  let isHeader = true;
  for await (const records of readRecords(source.path, source.delimiter, meter)) {
    const rows: TableRow[] = [];
    for (const record of records) {
      if (!isHeader) rows.push(toRow(record, source));
      isHeader = false;
    }
    yield rows;
  }
}

function toRow(record: CsvRecord, source: RowSource): TableRow {
  const cells = new Map<string, string>();
  let problem = record.problem === undefined ? undefined : { column: '', reason: record.problem };
  for (const [index, column] of source.columns.entries()) {
    const bytes = record.cells[index] ?? '';
    try {
      const cell = decodeBytes(bytes).trim();
      if (cell !== '') cells.set(column, source.isRejectsFile ? restoreCell(cell) : cell);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      cells.set(column, decodeForShow(bytes));
      problem ??= { column, reason: `the cell cannot be read: ${error.message}` };
    }
  }
  problem ??= findRaggedness(record.cells.length, source.columns.length);
  return { file: source.path, line: record.line, raw: decodeForShow(record.raw), cells, problem };
}

function findRaggedness(found: number, wanted: number): TableRow['problem'] {
  if (found === wanted) return undefined;
  const hint =
    found > wanted
      ? 'put a cell that contains the separator in "…"'
      : 'write an empty cell for what is not known';
  return { column: '', reason: `the row has ${found} cells and the header ${wanted}; ${hint}` };
}
