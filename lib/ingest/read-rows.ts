import { EntenteError } from '@/lib/model/entente-error';
import type { Reject } from '@/lib/model/reject';

import { toReject, type Table, type TableRow } from './read-table';

export type RowResult<T> =
  { readonly value: T; readonly row: TableRow } | { readonly reject: Reject; readonly row: TableRow };

/** Reads a table that fits into memory. What `parse` throws about a row becomes that row's reject. */
export async function readRows<T>(
  table: Table,
  parse: (row: TableRow) => T,
): Promise<readonly RowResult<T>[]> {
  const results: RowResult<T>[] = [];
  for await (const row of table.rows()) results.push(parseRow(row, parse));
  return results;
}

/** In: a row and what makes a value of it. Out: the value, or the reject that says what is wrong with the row. */
export function parseRow<T>(row: TableRow, parse: (row: TableRow) => T): RowResult<T> {
  if (row.problem) return { row, reject: toReject(row, row.problem.column, row.problem.reason) };
  try {
    return { row, value: parse(row) };
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    return { row, reject: toReject(row, error.fields[0]?.path ?? '', error.message) };
  }
}
