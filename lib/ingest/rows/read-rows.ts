import { EntenteError } from '@/lib/model/entente-error';
import type { Reject } from '@/lib/model/reject';

import type { Table, TableRow } from '../table/read-table';
import type { SourceRow } from '../source';

export type RowResult<T> =
  { readonly value: T; readonly row: TableRow } | { readonly reject: Reject; readonly row: TableRow };

/** Reads a table that fits into memory. What `parse` throws about a row becomes that row's reject. */
export async function readRows<T>(
  table: Table,
  parse: (row: TableRow) => T,
): Promise<readonly RowResult<T>[]> {
  const results: RowResult<T>[] = [];
  for await (const rows of table.rows()) for (const row of rows) results.push(parseRow(row, parse));
  return results;
}

/** Parses a row; returns the value, or a reject that says what is wrong with the row. */
function parseRow<T>(row: TableRow, parse: (row: TableRow) => T): RowResult<T> {
  return { row, ...attemptRow(row, () => parse(row)) };
}

/**
 * Runs work on a row.
 * @returns the work's value, or a reject that says what is wrong with the row
 */
export function attemptRow<T>(
  row: SourceRow,
  work: () => T,
): { readonly value: T } | { readonly reject: Reject } {
  if (row.problem) return { reject: toReject(row, row.problem.column, row.problem.reason) };
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    return { reject: toReject(row, error.fields[0]?.path ?? '', error.message) };
  }
}

/** A row that breaks a rule, as a reject that says where and why. */
export function toReject(row: SourceRow, column: string, reason: string): Reject {
  return { file: row.file, line: row.line, column, reason, row: row.raw };
}

/** The values of the rows that could be used. */
export function valuesOf<T>(results: readonly RowResult<T>[]): readonly T[] {
  return results.flatMap((result) => ('value' in result ? [result.value] : []));
}

/** The rejects of the rows that could not. */
export function rejectsOf(results: readonly RowResult<unknown>[]): readonly Reject[] {
  return results.flatMap((result) => ('reject' in result ? [result.reject] : []));
}
