import path from 'node:path';

import { printMapping } from '@/lib/model/mapping';

import type { Beginning } from './choose-dialect';

const SHOWN = 10;
const LONGEST_NAME = 40;
/** In characters, on average: what is longer, and has spaces, is a sentence rather than a name. */
const TEXT_LENGTH = 60;
const ADDRESS = /^https?:\/\/\S+$/iu;

/**
 * Says which columns of a table were not read, so that nothing is left out in silence; first those that look like the text or the address of
 * a source, with what would read them.
 *
 * @param file - the path of the table
 * @param unread - the names of the columns
 * @param about - the first rows, and whether all columns are to be named
 */
export function noteUnread(
  file: string,
  unread: readonly string[],
  {
    beginning,
    isVerbose = false,
  }: { readonly beginning: Beginning; readonly isVerbose?: boolean | undefined },
): readonly string[] {
  const named = unread.filter((column) => column !== '');
  if (named.length === 0) return [];
  const hints = named.flatMap((column) => hintAt(column, cellsOf(column, beginning)));
  const shown = named
    .slice(0, isVerbose ? undefined : SHOWN)
    .map((column) => (isVerbose ? column : column.slice(0, LONGEST_NAME)));
  const left = named.length - shown.length;
  const more = left > 0 ? `, and ${left} more, which --verbose names` : '';
  return [
    ...hints.map((hint) => `${path.basename(file)}: ${hint}`),
    `${file} has columns that are not known and were not read: ${shown.join(', ')}${more}.`,
  ];
}

function cellsOf(column: string, { records: [header, ...records] }: Beginning): readonly string[] {
  const at = header?.cells.findIndex((cell) => cell.trim() === column) ?? -1;
  return records.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
}

function hintAt(column: string, cells: readonly string[]): readonly string[] {
  if (cells.length === 0) return [];
  const length = Math.round(cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length);
  if (cells.every((cell) => ADDRESS.test(cell)))
    return [`'${column}' looks like the address of the source: --map …,${toPair('url', column)}.`];
  if (length >= TEXT_LENGTH && cells.some((cell) => cell.includes(' ')))
    return [
      `'${column}' looks like the text of the source (${length} characters on average): --map …,${toPair('quote', column)}.`,
    ];
  return [];
}

function toPair(field: string, column: string): string {
  return printMapping({ columns: { [field]: column } });
}
