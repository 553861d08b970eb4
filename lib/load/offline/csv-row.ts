/** A cell's value: null and undefined store no property, and neither does a list without elements. */
export type CsvValue = string | number | boolean | null | undefined | readonly string[];

/**
 * In: values, and what stands between the elements of a list (it must be in none of them). Out: their cells, with commas. Text is always
 * quoted, since the importer takes a quoted empty cell for an empty text and an unquoted one for nothing.
 */
export function toCells(values: readonly CsvValue[], listDelimiter = ''): string {
  return values.map((value) => toCell(value, listDelimiter)).join(',');
}

function toCell(value: CsvValue, listDelimiter: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? '' : quote(value.join(listDelimiter));
}

function quote(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
