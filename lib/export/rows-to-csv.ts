import { stringify } from 'csv-stringify/browser/esm/sync';

import { neutraliseCell } from '@/lib/model/formula-cell';

/**
 * Writes rows of console values as CSV (RFC 4180, with a header). Values that are not text are
 * written as JSON, and a text that a spreadsheet would take for a formula is prefixed with an
 * apostrophe.
 * @param columns - the names of the columns
 * @param rows - the values, in the order of the columns
 */
export function rowsToCsv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return stringify([columns.map(toCell), ...rows.map((row) => row.map(toCell))], {
    record_delimiter: '\r\n',
  });
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? neutraliseCell(value) : JSON.stringify(value);
}
