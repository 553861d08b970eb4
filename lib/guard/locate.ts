/** In: a text and an offset in it, in UTF-16 units. Out: its line and, in UTF-16 units, its column; both count from 1. */
export function locate(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
