/** Reads the plain values of result rows, which come as `unknown`. */
import type { Row } from '../../engine';

/** In: a row and a column that always holds text. Out: the text. Throws TypeError when it does not. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`);
  return value;
}

/** In: a row and a column. Out: its text, or undefined when it is null or something else. */
export function optionalTextOf(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

/** In: a row and a column. Out: its number; null counts as 0. */
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : 0;
}

/** In: a row and a column. Out: its number, or undefined when it is null or something else. */
export function optionalNumberOf(row: Row, column: string): number | undefined {
  const value = row[column];
  return typeof value === 'number' ? value : undefined;
}

/** In: a row and a column that holds a list. Out: the numbers in it. */
export function numbersOf(row: Row, column: string): readonly number[] {
  const value: unknown = row[column];
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is number => typeof item === 'number');
}

/** In: a row and a column that holds a list. Out: the texts in it. */
export function textsOf(row: Row | undefined, column: string): readonly string[] {
  const value: unknown = row?.[column];
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string');
}

/** In: a row and a column that holds a map (the properties of a node or relationship). Out: the map without its nulls. */
export function mapOf(row: Row, column: string): Row {
  const value = row[column];
  if (typeof value !== 'object' || value === null) throw new TypeError(`Column ${column} holds no map.`);
  return withoutNulls(value);
}

/** In: a map. Out: the same without its nulls, as schemas with optional fields want it. */
function withoutNulls(map: object): Row {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null && value !== undefined));
}
