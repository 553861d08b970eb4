import { refuseCell } from './check-cell';

/** In: a field and its text. Out: the text. Throws `invalid` with the field as path for text that no store can hold as it is. */
export function checkText(column: string, text: string): string {
  if (text.includes('\0')) refuseCell(column, 'it contains a NUL character; remove it');
  if (!text.isWellFormed())
    refuseCell(column, 'it contains half a character (a lone surrogate); mend the text');
  return text;
}
