import { detectEncoding } from '../../bytes/detect-encoding';
import type { Meter } from '../../bytes/meter';
import type { GraphRecord } from '../../graph-files/graph-record';
import type { Attributes } from '../../names/read-attributes';
import { toPlainName } from '../../table/map-columns';
import { readRecords, type CsvRecord } from '../../table/read-records';
import { toColumnName, type EdgeTable, type NodeTable, type SortedTables } from './sort-tables';

type Table = NodeTable | EdgeTable;

const UNDIRECTED = /^undirected$|^mutual$/iu;
const DIRECTIONS = /^(?:un)?directed$|^mutual$/iu;
/** The class of nodes, and the type of edges, as Neptune exports them. */
const OF_CLASS = /^~labels?$/iu;
/** What programs write where there is no value. */
const BLANK = /^(?:null|none|nan|n\/a|\\n)$/iu;

/**
 * Reads the tables of nodes, or those of edges.
 *
 * @param tables - sorted tables
 * @param reading - which of them
 * @param meter - counts the bytes read
 * @returns the records, some at a time; rows that cannot be read come with the edges
 */
export async function* readGraphTables(
  { nodes, edges }: Pick<SortedTables, 'nodes' | 'edges'>,
  reading: 'nodes' | 'edges',
  meter: Meter,
): AsyncGenerator<readonly GraphRecord[]> {
  for (const table of nodes) {
    for await (const records of readTable(table, reading === 'nodes' ? meter : undefined)) {
      yield records.filter(({ kind }) => (kind === 'node') === (reading === 'nodes'));
    }
  }
  if (reading === 'edges') for (const table of edges) yield* readTable(table, meter);
}

async function* readTable(table: Table, meter: Meter | undefined): AsyncGenerator<readonly GraphRecord[]> {
  const { file, beginning } = table;
  const [header] = beginning.records;
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  const encoding = await detectEncoding(file);
  let isHeader = !beginning.isHeaderComment;
  for await (const rows of readRecords(file, beginning.dialect, { encoding, meter })) {
    const records: GraphRecord[] = [];
    for (const row of rows) {
      if (row.line <= beginning.linesBefore) continue;
      if (!isHeader) records.push(toRecord(row, columns, table));
      isHeader = false;
    }
    yield records;
  }
}

function toRecord(row: CsvRecord, columns: readonly string[], table: Table): GraphRecord {
  const { line, raw, cells } = row;
  const place = { file: table.file, line, raw };
  const reason = findProblem(row, columns.length);
  if (reason !== undefined) return { ...place, kind: 'refused', reason };
  const cellAt = (at: number): string => cells[at]?.trim() ?? '';
  if ('id' in table)
    return {
      ...place,
      kind: 'node',
      id: cellAt(table.id),
      attributes: toAttributes(cells, columns, [table.id]),
    };
  const attributes = new Map(toAttributes(cells, columns, [table.source, table.target]));
  return {
    ...place,
    kind: 'edge',
    source: cellAt(table.source),
    target: cellAt(table.target),
    isDirected: !takeDirection(attributes),
    attributes,
  };
}

function findProblem({ cells, problem, isBroken }: CsvRecord, width: number): string | undefined {
  if (problem !== undefined) return problem;
  if (isBroken) return 'it is not text in the encoding of the file; correct it';
  if (cells.length === width) return undefined;
  return `the row has ${cells.length} cells and the header ${width}; put a cell that contains the separator in "…", and leave the cell of an unknown value empty`;
}

function toAttributes(
  cells: readonly string[],
  columns: readonly string[],
  left: readonly number[],
): Attributes {
  const attributes = new Map<string, readonly string[]>();
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]?.trim() ?? '';
    const name = toAttributeName(column, left.length === 1);
    if (!left.includes(at) && cell !== '' && !BLANK.test(cell) && !attributes.has(name))
      attributes.set(name, [cell]);
  }
  return attributes;
}

/** What a column is called without its type; the class of a node and the type of an edge where a graph database exports them. */
function toAttributeName(column: string, isNode: boolean): string {
  if (OF_CLASS.test(column)) return isNode ? 'kind' : 'relation';
  return toColumnName(column) === toPlainName(column) ? column : column.replace(/:[^:]*$/u, '');
}

/**
 * Removes Gephi's column `Type`, which says whether an edge is directed.
 * @returns whether this edge is undirected
 */
function takeDirection(attributes: Map<string, readonly string[]>): boolean {
  for (const [name, [cell = '']] of attributes) {
    if (toPlainName(name) !== 'type' || !DIRECTIONS.test(cell)) continue;
    attributes.delete(name);
    return UNDIRECTED.test(cell);
  }
  return false;
}
