import { refuseCell } from './check-cell';

/** Tells why no store can hold a text as it is; undefined when it can. */
export function findTextFault(text: string): string | undefined {
  if (text.includes('\0')) return 'it contains a NUL character; remove it';
  return text.isWellFormed()
    ? undefined
    : 'it contains half a character (a lone surrogate); correct the text';
}

/**
 * Returns the text of a field, unchanged.
 * @param column - the name of the field
 * @param text - its text
 * @throws `invalid` with the field as path for text that no store can hold as it is
 */
export function checkText(column: string, text: string): string {
  const fault = findTextFault(text);
  return fault === undefined ? text : refuseCell(column, fault);
}
