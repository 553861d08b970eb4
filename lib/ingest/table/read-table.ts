import { EntenteError } from '@/lib/model/entente-error';
import { restoreCell } from '@/lib/model/formula-cell';

import { createBlankTest, type BlankTest } from './blank-cells';
import { chooseDialect, type Beginning } from './choose-dialect';
import { detectEncoding, type Encoding } from '../bytes/detect-encoding';
import { createDayReader, findDayOrders, noteDayColumn } from './find-day-orders';
import { addIdColumns, addSourceColumn, declaresIds } from './id-columns';
import { toPlainName, type ColumnMap, type TableShape } from './map-columns';
import { areNumbers } from './are-numbers';
import { noteEncoding } from '../bytes/note-encoding';
import { readLines } from '../bytes/read-lines';
import { readRecords, type CsvRecord, type Dialect } from './read-records';
import type { Meter } from '../bytes/meter';
import type { ColumnUse, SourceRow } from '../source';
import type { Line } from '../bytes/split-lines';

/** A row of a table, with its cells by field. */
export type TableRow = SourceRow;

export interface Table {
  readonly file: string;
  readonly columns: readonly ColumnUse[];
  /** Whether its cells may be ids of entities that the store has: in rejects of ours, and where the columns say so. */
  readonly holdsIds: boolean;
  /** What a person should know about the file: columns that are not read, an encoding that was guessed. It may grow while rows are read. */
  readonly notices: readonly string[];
  /** Reads the file from its beginning, each time it is called; rows come some at a time. */
  rows(meter?: Meter): AsyncGenerator<readonly TableRow[]>;
}

/** The columns that our own rejects files put before the row. */
export const REJECT_COLUMNS = ['file', 'line', 'column', 'reason'] as const;

/**
 * Opens a table with comma, tab, semicolon or `|` between cells, in any common encoding. Cells come trimmed. A rejects file of ours is
 * read like the table it came from.
 *
 * Throws `invalid` when the whole file cannot be used: empty, no header, a column missing or twice.
 */
export async function openTable(path: string, shape: TableShape): Promise<Table> {
  const encoding = await detectEncoding(path);
  const beginning = chooseDialect(await readBeginning(path, encoding), shape);
  const names = readHeader(path, beginning).cells.map((cell) => cell.trim());
  const guessed = guessColumns(beginning, shape);
  const defaults = guessed ? [] : findDefaults(beginning, shape);
  if (!guessed) refuseHeader(path, toRefused(beginning.header, defaults), { names, shape });
  const map = guessed ?? addOtherColumns(names, beginning);
  const plain = names.map((name) => name.toLowerCase());
  const isRejectsFile = REJECT_COLUMNS.every((column) => plain.includes(column));
  const source = {
    path,
    encoding,
    dialect: beginning.dialect,
    fields: map.fields,
    skippedLines: beginning.linesBefore,
    hasHeader: guessed === undefined && !beginning.isHeaderComment,
    isRejectsFile,
    defaults,
  };
  const days = await findDayOrders(readRows(source, undefined), map.uses);
  const notices = [
    ...noteEncoding(path, encoding),
    ...map.notices,
    ...defaults.map((each) => noteDefault(path, each, map.uses)),
    ...(guessed || isRejectsFile
      ? []
      : noteUnread(
          path,
          beginning.header.unread.filter((name) => !isUsed(name, map)),
        )),
    ...days.map(noteDayColumn),
  ];
  const tell = (notice: string) => {
    notices.push(notice);
  };
  const readDays = days.length === 0 ? undefined : createDayReader(days, tell);
  const isBlank = shape.hasBlanks ? createBlankTest(path, tell) : undefined;
  return {
    file: path,
    columns: map.uses,
    holdsIds: isRejectsFile || declaresIds(names),
    notices,
    rows: (meter) => readRows({ ...source, readDays, isBlank }, meter),
  };
}

function addOtherColumns(
  names: readonly string[],
  { header, records: [, ...records] }: Beginning,
): ColumnMap {
  const rows = records.map(({ cells }) => cells);
  return addSourceColumn(names, addIdColumns(names, header), rows);
}

async function readBeginning(path: string, encoding: Encoding): Promise<readonly Line[]> {
  const beginning: Line[] = [];
  for await (const lines of readLines(path, { encoding })) {
    beginning.push(...lines.filter(({ text, isCut }) => isCut || text.trim() !== ''));
    if (beginning.length > 1) break;
  }
  return beginning;
}

function readHeader(path: string, { records: [header] }: Beginning): CsvRecord {
  if (header === undefined) {
    throw new EntenteError('invalid', `${path} is empty; its first line has to name the columns.`);
  }
  if (header.problem === undefined) return header;
  throw new EntenteError(
    'invalid',
    `${path}, line ${header.line}: the header cannot be read: ${header.problem}.`,
  );
}

/** Out: what the columns hold when the first row is no header, by its names and by what a table of this shape looks like. */
function guessColumns({ records, header }: Beginning, { guess }: TableShape): ColumnMap | undefined {
  // One known name may stand in a row by chance; two make a header, in which then something is missing.
  if (header.missing.length === 0 || header.known > 1) return undefined;
  return guess?.(records.filter(({ problem }) => problem === undefined).map(({ cells }) => cells));
}

type Default = readonly [field: string, cell: string];

/** A column called so may hold relations by number. */
const OF_RELATION = /rel|link|edge|type|kind|pred|prop|label|verb|event|code/u;
/** Columns of an edge list that cannot be what is missing, nor can others of numbers. Any other column that is not known may be just that. */
const EDGE_NUMBERS = new Set(['', 'id', 'weight', 'count', 'value', 'timeset', 'interval']);

/** What a header leaves out, or has a column for that is empty, and need not name: only where all else that is required is there. */
function findDefaults(
  { header: { missing, unread, fields }, records: [header, ...records] }: Beginning,
  { defaults }: TableShape,
): readonly Default[] {
  if (!defaults || missing.some((field) => !defaults.has(field))) return [];
  const names = header?.cells.map(toPlainName) ?? [];
  const cellsOf = (at: number): readonly string[] => records.map(({ cells }) => cells[at]?.trim() ?? '');
  const isMeasure = (name: string): boolean =>
    EDGE_NUMBERS.has(name) || (!OF_RELATION.test(name) && areNumbers(cellsOf(names.indexOf(name))));
  const mayBeMissing = unread.filter((name) => !isMeasure(toPlainName(name)));
  if (missing.length > 0 && mayBeMissing.length > 0) return [];
  const isEmpty = (field: string): boolean =>
    records.length > 0 && cellsOf(fields.indexOf(field)).every((cell) => cell === '');
  return [...defaults].filter(([field]) => missing.includes(field) || isEmpty(field));
}

function noteDefault(path: string, [field, cell]: Default, uses: readonly ColumnUse[]): string {
  const use = uses.find((each) => each.field === field);
  return use === undefined
    ? `${path} has no column for the ${field}; each is '${cell}'.`
    : `The column '${use.column}' is empty in the first rows of ${path}; where it is, the ${field} is '${cell}'.`;
}

function toRefused(header: Beginning['header'], defaults: readonly Default[]): Beginning['header'] {
  return defaults.length > 0 ? { ...header, missing: [] } : header;
}

function refuseHeader(
  path: string,
  { missing, twice }: Beginning['header'],
  { names, shape: { required } }: { names: readonly string[]; shape: TableShape },
): void {
  if (twice !== undefined)
    throw new EntenteError('invalid', `${path} has two columns named '${twice}'; name each once.`);
  if (missing.length === 0) return;
  const found = names.map((column) => column.toLowerCase().slice(0, 40)).slice(0, 20);
  throw new EntenteError(
    'invalid',
    `${path} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}. Its first line names: ${found.join(', ')}. Needed are: ${required.join(', ')}. ${adviseColumns(missing, required)}`,
  );
}

function adviseColumns(missing: readonly string[], required: readonly string[]): string {
  if (missing.length < required.length) return 'Call the columns that hold them so.';
  return 'Call the columns that hold them so; if the first line is data already, put one above it that names the columns.';
}

/** Sentences about columns that are not read, so that nothing is left out in silence. */
function noteUnread(path: string, unread: readonly string[]): readonly string[] {
  const named = unread.filter((column) => column !== '');
  if (named.length === 0) return [];
  const shown = named.slice(0, 10).map((column) => column.toLowerCase().slice(0, 40));
  return [`${path} has columns that are not known and were not read: ${shown.join(', ')}.`];
}

function isUsed(name: string, { uses }: ColumnMap): boolean {
  return uses.some(({ column }) => column === name);
}

interface RowSource {
  readonly path: string;
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly fields: readonly (string | undefined)[];
  readonly skippedLines: number;
  readonly hasHeader: boolean;
  readonly isRejectsFile: boolean;
  readonly defaults: readonly Default[];
  readonly isBlank?: BlankTest | undefined;
  /** Writes days that can be read in two ways as the column means them. */
  readonly readDays?: ((cells: Map<string, string>, line: number) => void) | undefined;
}

async function* readRows(source: RowSource, meter: Meter | undefined): AsyncGenerator<readonly TableRow[]> {
  const { path, dialect, encoding, skippedLines } = source;
  let isHeader = source.hasHeader;
  for await (const records of readRecords(path, dialect, { encoding, meter })) {
    const rows: TableRow[] = [];
    for (const record of records) {
      if (record.line <= skippedLines || isEmpty(record)) continue;
      if (!isHeader) rows.push(toRow(record, source));
      isHeader = false;
    }
    yield rows;
  }
}

/** Whether a row has separators alone, as spreadsheets leave them, or the sign with which DOS ends a file. */
function isEmpty({ problem, cells }: CsvRecord): boolean {
  return problem === undefined && cells.every((cell) => cell === '' || /^[\s\u001a]+$/u.test(cell));
}

function toRow(record: CsvRecord, source: RowSource): TableRow {
  const { path, fields, encoding, readDays } = source;
  const { line, raw } = record;
  const cells = toCells(record, source);
  const problem = findProblem(record, fields, encoding);
  if (readDays !== undefined && problem === undefined) readDays(cells, line);
  // `relation` is there for who sets it in a copy: objects of one form are read faster.
  return { file: path, line, raw, cells, problem, relation: undefined };
}

function toCells(
  { cells: written, line }: CsvRecord,
  { fields, defaults, isRejectsFile, isBlank }: RowSource,
): Map<string, string> {
  const cells = new Map<string, string>(defaults);
  for (let at = 0; at < fields.length; at += 1) {
    const cell = written[at]?.trim() ?? '';
    const field = fields[at];
    if (field === undefined || cell === '' || isBlank?.(field, cell, line)) continue;
    cells.set(field, isRejectsFile ? restoreCell(cell) : cell);
  }
  return cells;
}

function findProblem(
  record: CsvRecord,
  fields: readonly (string | undefined)[],
  encoding: Encoding,
): TableRow['problem'] {
  const { problem, raw, isBroken, cells } = record;
  if (problem !== undefined) return { column: '', reason: problem };
  const fault = isBroken || raw.includes('\0') ? findFault(record, fields, encoding) : undefined;
  return fault ?? findRaggedness(cells.length, fields.length);
}

/** The first cell with what is no text. */
function findFault(
  { cells, isBroken }: CsvRecord,
  fields: readonly (string | undefined)[],
  { name }: Encoding,
): TableRow['problem'] {
  for (const [at, cell] of cells.entries()) {
    const column = fields[at] ?? '';
    if (cell.includes('\0'))
      return { column, reason: 'the cell cannot be read: it contains a NUL character; remove it' };
    if (isBroken && cell.includes('\ufffd')) {
      const reason = `the cell cannot be read: it is not ${name}; save the file with the encoding UTF-8`;
      return { column, reason };
    }
  }
  return undefined;
}

function findRaggedness(found: number, wanted: number): TableRow['problem'] {
  if (found === wanted) return undefined;
  const hint =
    found > wanted
      ? 'put a cell that contains the separator in "…"'
      : 'write an empty cell for what is not known';
  return { column: '', reason: `the row has ${found} cells and the header ${wanted}; ${hint}` };
}
