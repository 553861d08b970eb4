/** A cell's value: null and undefined store no property, and neither does a list without elements. */
export type CsvValue = string | number | boolean | null | undefined | readonly string[];

/**
 * Writes values as cells with commas between them. Text is always quoted, since the importer reads
 * a quoted empty cell as an empty text and an unquoted one as null.
 * @param values - the values of a row
 * @param listDelimiter - the separator of list elements, which must occur in none of them
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
