/** Reads the plain values of result rows, which come as `unknown`. */
import type { Row } from '../../engine';

/**
 * Reads a column that always holds text.
 * @throws TypeError when it does not
 */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`);
  return value;
}

/** Reads the text of a column; undefined when it holds null or anything else. */
export function optionalTextOf(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

/** Reads the number of a column; null counts as 0. */
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : 0;
}

/** Reads the number of a column; undefined when it holds null or anything else. */
export function optionalNumberOf(row: Row, column: string): number | undefined {
  const value = row[column];
  return typeof value === 'number' ? value : undefined;
}

/** Reads the numbers of a column that holds a list. */
export function numbersOf(row: Row, column: string): readonly number[] {
  const value: unknown = row[column];
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is number => typeof item === 'number');
}

/** Reads the texts of a column that holds a list. */
export function textsOf(row: Row | undefined, column: string): readonly string[] {
  const value: unknown = row?.[column];
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string');
}

/**
 * Reads a column that holds a map (the properties of a node or relationship), without its nulls.
 */
export function mapOf(row: Row, column: string): Row {
  const value = row[column];
  if (typeof value !== 'object' || value === null) throw new TypeError(`Column ${column} holds no map.`);
  return withoutNulls(value);
}

/** Drops the nulls of a map, since schemas with optional fields reject them. */
function withoutNulls(map: object): Row {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null && value !== undefined));
}
