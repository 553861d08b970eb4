import type { AdminColumn } from './header';
import { kindsOfTable, typeOfTable } from './table-names';
import { detectEncoding } from '../../bytes/detect-encoding';
import type { AdminTable } from './find-tables';
import type { GraphRecord } from '../../graph-files/graph-record';
import { readRecords, type CsvRecord } from '../../table/read-records';
import type { Meter } from '../../bytes/meter';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type TableRecord = DistributiveOmit<GraphRecord, 'file' | 'line' | 'raw'>;

/** Between the values of a cell, as the importer has it unless told otherwise. */
const LIST_DELIMITER = ';';

/** Reads the tables of the nodes, or those of the relationships; rows that cannot be read come with the relationships. */
export async function* readAdminTables(
  tables: readonly AdminTable[],
  reading: 'nodes' | 'edges',
  meter: Meter,
): AsyncGenerator<readonly GraphRecord[]> {
  for (const table of tables) {
    const isMetered = (table.header.kind === 'nodes') === (reading === 'nodes');
    for await (const records of readTable(table, isMetered ? meter : undefined)) {
      yield records.filter(({ kind }) => (kind === 'node') === (reading === 'nodes'));
    }
  }
}

async function* readTable(
  table: AdminTable,
  meter: Meter | undefined,
): AsyncGenerator<readonly GraphRecord[]> {
  const { file, header, hasHeader } = table;
  const named = { kinds: kindsOfTable(table), type: typeOfTable(table) };
  const encoding = await detectEncoding(file);
  let isHeader = hasHeader;
  const dialect = { delimiter: header.delimiter, quoting: 'csv' } as const;
  for await (const rows of readRecords(file, dialect, { encoding, meter })) {
    const records = isHeader ? rows.slice(1) : rows;
    if (rows.length > 0) isHeader = false;
    yield records.map((row) => ({ ...toRecord(row, header, named), file, line: row.line, raw: row.raw }));
  }
}

/** What the table itself tells of its rows. */
interface TableNames {
  readonly kinds: readonly string[];
  readonly type: string | undefined;
}

function toRecord(row: CsvRecord, header: AdminTable['header'], table: TableNames): TableRecord {
  const reason = findProblem(row, header);
  if (reason !== undefined) return { kind: 'refused', reason };
  const { found, attributes } = readCells(row.cells, header.columns);
  if (header.kind === 'nodes') {
    const labels = found.label.split(LIST_DELIMITER).filter(Boolean);
    return { kind: 'node', id: found.id, kinds: labels.length > 0 ? labels : table.kinds, attributes };
  }
  const { start: source, end: target, type = table.type } = found;
  const named = type === undefined ? {} : { type };
  return { kind: 'edge', source, target, ...named, isDirected: true, attributes };
}

function findProblem(
  { cells, problem, isBroken }: CsvRecord,
  { columns }: AdminTable['header'],
): string | undefined {
  if (problem !== undefined) return problem;
  if (isBroken) return 'it is not text in the encoding of the file; correct it';
  if (cells.length <= columns.length) return undefined;
  return `the row has ${cells.length} cells and the header ${columns.length}; put a cell that contains the separator in "…"`;
}

interface Found {
  id: string;
  label: string;
  start: string;
  end: string;
  type?: string;
  ignore?: string;
}

function readCells(cells: readonly string[], columns: readonly AdminColumn[]) {
  const attributes = new Map<string, readonly string[]>();
  const found: Found = { id: '', label: '', start: '', end: '' };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') continue;
    const values = column.isList ? cell.split(LIST_DELIMITER) : [cell];
    if (column.role === 'property') attributes.set(column.name, values);
    else found[column.role] = toKey(cell, column);
  }
  return { found, attributes };
}

/** Ids mean something within their group. */
function toKey(cell: string, { group }: AdminColumn): string {
  return group === '' ? cell : `${group}:${cell}`;
}
