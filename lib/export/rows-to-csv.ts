import { stringify } from 'csv-stringify/browser/esm/sync';

/**
 * In: column names and rows of console values. Out: CSV (RFC 4180, with a header) in which what is not text stands as JSON, and a text
 * that a spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV injection).
 */
export function rowsToCsv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return stringify([columns.map(toCell), ...rows.map((row) => row.map(toCell))], { record_delimiter: '\r\n' });
}

const formulaStarts = ['=', '+', '-', '@', '\t', '\r'];

function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return formulaStarts.some((start) => value.startsWith(start)) ? `'${value}` : value;
}
