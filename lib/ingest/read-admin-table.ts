import type { AdminColumn } from './admin-csv-header';
import { detectEncoding } from './detect-encoding';
import type { AdminTable } from './find-admin-tables';
import type { GraphRecord } from './graph-pieces';
import { readRecords, type CsvRecord } from './read-records';
import type { Meter } from './meter';

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
  { file, header, hasHeader }: AdminTable,
  meter: Meter | undefined,
): AsyncGenerator<readonly GraphRecord[]> {
  const encoding = await detectEncoding(file);
  let isHeader = hasHeader;
  const dialect = { delimiter: header.delimiter, quoting: 'csv' } as const;
  for await (const rows of readRecords(file, dialect, { encoding, meter })) {
    const records = isHeader ? rows.slice(1) : rows;
    if (rows.length > 0) isHeader = false;
    yield records.map((row) => ({ ...toRecord(row, header), file, line: row.line, raw: row.raw }));
  }
}

function toRecord(row: CsvRecord, header: AdminTable['header']): TableRecord {
  const reason = findProblem(row, header);
  if (reason !== undefined) return { kind: 'refused', reason };
  const { found, attributes } = readCells(row.cells, header.columns);
  if (header.kind === 'nodes') {
    const kinds = found.label.split(LIST_DELIMITER).filter(Boolean);
    return { kind: 'node', id: found.id, kinds, attributes };
  }
  const { start: source, end: target, type } = found;
  const named = type === '' ? {} : { type };
  return { kind: 'edge', source, target, ...named, isDirected: true, attributes };
}

function findProblem(
  { cells, problem, isBroken }: CsvRecord,
  { columns }: AdminTable['header'],
): string | undefined {
  if (problem !== undefined) return problem;
  if (isBroken) return 'it is not text in the encoding of the file; mend it';
  if (cells.length <= columns.length) return undefined;
  return `the row has ${cells.length} cells and the header ${columns.length}; put a cell that contains the separator in "…"`;
}

function readCells(cells: readonly string[], columns: readonly AdminColumn[]) {
  const attributes = new Map<string, readonly string[]>();
  const found = { id: '', label: '', start: '', end: '', type: '', ignore: '' };
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
