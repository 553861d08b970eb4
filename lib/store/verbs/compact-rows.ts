import type { Parameters } from '../engine';

/** A row of a writing statement: its values by position; what is undefined is written as null. */
export type WriteRow = readonly unknown[];

export interface CompactRows {
  readonly rows: readonly WriteRow[];
  /** Parameters that stand for the columns that are the same in every row. */
  readonly constants: Parameters;
  /** In: a statement that reads columns as `x[0]`, `x[1]` … Out: the same statement for the compact rows. */
  readonly toText: (statement: string) => string;
}

/** Below this number of rows nothing is gained, and every other text has to be planned anew. */
const ROWS_MIN = 50;

/**
 * In: rows, and the columns to keep whatever is in them. Out: the rows without the columns that hold one value throughout. Handing
 * values over to an engine costs more than storing them, and in a large batch most columns are empty or all alike.
 */
export function compactRows(rows: readonly WriteRow[], kept: readonly number[] = []): CompactRows {
  const [first] = rows;
  if (first === undefined || rows.length < ROWS_MIN)
    return { rows, constants: {}, toText: (statement) => statement };
  const columns = first.map((value, index) => ({
    index,
    value,
    isConstant: !kept.includes(index) && !Array.isArray(value) && rows.every((row) => row[index] === value),
  }));
  const varying = columns.filter(({ isConstant }) => !isConstant);
  const present = columns.filter(({ isConstant, value }) => isConstant && (value ?? null) !== null);
  const texts = new Map<string, string>([
    ...columns.map(({ index }): [string, string] => [String(index), 'null']),
    ...present.map(({ index }): [string, string] => [String(index), `$c${index}`]),
    ...varying.map(({ index }, position): [string, string] => [String(index), `x[${position}]`]),
  ]);
  return {
    rows: rows.map((row) => varying.map(({ index }) => row[index])),
    constants: Object.fromEntries(present.map(({ index, value }) => [`c${index}`, value])),
    toText: (statement) =>
      statement.replace(/\bx\[(\d+)\]/gu, (text, index: string) => texts.get(index) ?? text),
  };
}
