/**
 * Converts an offset to a line and a column.
 * @param text - the text
 * @param offset - an offset in UTF-16 units
 * @returns the line and, in UTF-16 units, the column; both count from 1
 */
export function locate(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
