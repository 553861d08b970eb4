import type { Parameters } from '../../engine';
import { groupBy } from '../rows/group-by';

/** A row of a writing statement: its values by position; what is undefined is written as null. */
export type WriteRow = readonly unknown[];

/** Rows without the columns that hold one value throughout; parameters stand for those. */
interface CompactGroup {
  readonly rows: readonly WriteRow[];
  readonly constants: Parameters;
}

export interface CompactRows extends CompactGroup {
  /** Rewrites a statement that reads columns as `x[0]`, `x[1]` … for the compact rows. */
  readonly toText: (statement: string) => string;
}

export interface CompactGroups extends Pick<CompactRows, 'toText'> {
  /** By the value of the column that they are grouped by. */
  readonly groups: ReadonlyMap<string, CompactGroup>;
}

/** Below this number of rows nothing is gained, and every other text has to be planned anew. */
const ROWS_MIN = 50;

/**
 * Drops the columns that hold one value throughout. Sending values to an engine costs more than
 * storing them, and most columns of a large batch are empty or constant.
 * @param rows - the rows
 * @param kept - the indexes of columns to keep whatever they hold
 */
export function compactRows(rows: readonly WriteRow[], kept: readonly number[] = []): CompactRows {
  const columns = rows.length < ROWS_MIN ? undefined : planColumns([rows], kept);
  return { toText: toTextOf(columns), ...toGroup(rows, columns) };
}

/** The same for rows that are written group by group: one text for all groups, without what is alike within each. */
export function compactGroups(rows: readonly WriteRow[], column: number): CompactGroups {
  const groups = groupBy(rows, (row) => String(row[column]));
  const columns = rows.length < ROWS_MIN ? undefined : planColumns([...groups.values()], []);
  return {
    toText: toTextOf(columns),
    groups: new Map([...groups].map(([key, group]) => [key, toGroup(group, columns)])),
  };
}

/** What becomes of each column: it is empty, alike in each group, or different from row to row. */
type Column = 'empty' | 'alike' | 'varying';

function planColumns(groups: readonly (readonly WriteRow[])[], kept: readonly number[]): readonly Column[] {
  const [first] = groups[0] ?? [];
  return (first ?? []).map((_, index) => {
    if (kept.includes(index) || !groups.every((rows) => isAlike(rows, index))) return 'varying';
    return groups.every(([row]) => (row?.[index] ?? null) === null) ? 'empty' : 'alike';
  });
}

function isAlike(rows: readonly WriteRow[], index: number): boolean {
  const value = rows[0]?.[index];
  return !Array.isArray(value) && rows.every((row) => row[index] === value);
}

function toGroup(rows: readonly WriteRow[], columns: readonly Column[] | undefined): CompactGroup {
  if (columns === undefined) return { rows, constants: {} };
  const indexesOf = (wanted: Column) => [...columns.keys()].filter((index) => columns[index] === wanted);
  const varying = indexesOf('varying');
  return {
    rows: rows.map((row) => varying.map((index) => row[index])),
    constants: Object.fromEntries(indexesOf('alike').map((index) => [`c${index}`, rows[0]?.[index] ?? null])),
  };
}

function toTextOf(columns: readonly Column[] | undefined): CompactRows['toText'] {
  if (columns === undefined) return (statement) => statement;
  let position = 0;
  const texts = columns.map((column, index) => {
    if (column === 'empty') return 'null';
    if (column === 'alike') return `$c${index}`;
    position += 1;
    return `x[${position - 1}]`;
  });
  return (statement) =>
    statement.replace(/\bx\[(\d+)\]/gu, (text, index: string) => texts[Number(index)] ?? text);
}
