import { stringify } from 'csv-stringify/browser/esm/sync';

import { neutraliseCell } from '@/lib/model/formula-cell';

/**
 * In: column names and rows of console values. Out: CSV (RFC 4180, with a header) in which what is not text stands as JSON, and a text
 * that a spreadsheet would take for a formula has an apostrophe before it.
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
