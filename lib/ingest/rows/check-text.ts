import { refuseCell } from './check-cell';

/** In: a text. Out: why no store can hold it as it is, or undefined when it can. */
export function findTextFault(text: string): string | undefined {
  if (text.includes('\0')) return 'it contains a NUL character; remove it';
  return text.isWellFormed() ? undefined : 'it contains half a character (a lone surrogate); mend the text';
}

/** In: a field and its text. Out: the text. Throws `invalid` with the field as path for text that no store can hold as it is. */
export function checkText(column: string, text: string): string {
  const fault = findTextFault(text);
  return fault === undefined ? text : refuseCell(column, fault);
}
