import { EntenteError } from '@/lib/model/entente-error';
import { restoreCell } from '@/lib/model/formula-cell';
import type { ColumnQuestion } from '@/lib/model/mapping';
import { createBlankTest, type BlankTest } from './blank-cells';
import { chooseDialect, type Beginning } from './choose-dialect';
import { layOutTable } from './ask-columns';
import { noteDefault, settleColumns, type Default, type Settled } from './settle-columns';
import { detectEncoding, type Encoding } from '../bytes/detect-encoding';
import { createDayReader, findDayOrders, noteDayColumn } from './find-day-orders';
import { declaresIds } from './id-columns';
import type { TableShape } from './map-columns';
import { noteUnread } from './note-unread';
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
  /** The cells of its first line as names of columns; undefined where that is a row. */
  readonly header: readonly string[] | undefined;
  readonly columns: readonly ColumnUse[];
  /** Whether its columns are as a person has said, now or before. */
  readonly isMapped: boolean;
  /** What its columns are taken for, of tables about which a person may say so. */
  readonly layout: ColumnQuestion | undefined;
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
 * Opens a table separated by comma, tab, semicolon or `|`, in any common encoding. Cells are
 * trimmed. A rejects file of ours is read like the table it came from.
 * @throws `invalid` when the whole file is unusable: empty, without a header, a column missing or
 *   twice
 */
export async function openTable(path: string, shape: TableShape): Promise<Table> {
  const encoding = await detectEncoding(path);
  const beginning = chooseDialect(await readBeginning(path, encoding), shape);
  const names = readHeader(path, beginning).cells.map((cell) => cell.trim());
  const { map, defaults, isSaid, hasHeader, unread } = settleColumns(path, { names, beginning, shape });
  const plain = names.map((name) => name.toLowerCase());
  const isRejectsFile = REJECT_COLUMNS.every((column) => plain.includes(column));
  const source = {
    path,
    encoding,
    dialect: beginning.dialect,
    fields: map.fields,
    skippedLines: beginning.linesBefore,
    hasHeader,
    isRejectsFile,
    defaults,
  };
  const days = await findDayOrders(readRows(source, undefined), map.uses);
  const notices = [
    ...noteEncoding(path, encoding),
    ...map.notices,
    ...(isSaid ? [] : defaults.map((each) => noteDefault(path, each, map.uses))),
    ...(isRejectsFile ? [] : noteUnread(path, unread, { beginning, isVerbose: shape.isVerbose })),
    ...days.map(noteDayColumn),
  ];
  const tell = (notice: string) => {
    notices.push(notice);
  };
  const readDays = days.length === 0 ? undefined : createDayReader(days, tell);
  const isBlank = shape.hasBlanks ? createBlankTest(path, tell) : undefined;
  return {
    file: path,
    header: hasHeader || beginning.isHeaderComment ? names : undefined,
    columns: map.uses,
    isMapped: isSaid,
    layout: shape.guess && layOutTable(beginning, toLayout({ map, defaults, hasHeader }, beginning, shape)),
    holdsIds: isRejectsFile || declaresIds(names),
    notices,
    rows: (meter) => readRows({ ...source, readDays, isBlank }, meter),
  };
}

function toLayout(
  { map, defaults, hasHeader }: Pick<Settled, 'map' | 'defaults' | 'hasHeader'>,
  { isHeaderComment }: Beginning,
  shape: TableShape,
) {
  const isHeader = hasHeader || isHeaderComment;
  return { shape, fields: map.fields, isHeader, constants: defaults, reason: '' };
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
      const reason = `the cell cannot be read: it is not ${name}; save the file as UTF-8`;
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
      : 'leave the cell of an unknown value empty';
  return { column: '', reason: `the row has ${found} cells and the header ${wanted}; ${hint}` };
}
