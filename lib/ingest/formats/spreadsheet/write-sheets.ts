import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Sheet } from './read-sheets';

/** A sheet as a CSV file; the number of a line in it is that of the row. */
export interface WrittenSheet {
  readonly file: string;
  /** What a person calls it: "book.xlsx, sheet 'People'". */
  readonly title: string;
}

export interface WrittenSheets {
  readonly folder: string;
  readonly sheets: readonly WrittenSheet[];
  /** Puts what a person calls a sheet for each path of a written one. */
  readonly tell: (text: string) => string;
  /** Removes the folder. */
  readonly close: () => Promise<void>;
}

/**
 * Writes each sheet into a file of its own.
 *
 * @param book - the workbook's path and name
 * @throws the file system's errors; nothing is left behind then
 */
export async function writeSheets(
  book: { readonly path: string; readonly name: string },
  sheets: readonly Sheet[],
): Promise<WrittenSheets> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-sheets-'));
  const close = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const written: WrittenSheet[] = [];
    for (const [at, { name, rows }] of sheets.entries()) {
      const file = path.join(folder, `${book.name}, sheet ${at + 1}.csv`);
      await writeFile(file, toCsv(rows));
      written.push({ file, title: `${book.name}, sheet '${name}'` });
    }
    return { folder, sheets: written, tell: createTeller(book.path, folder, written), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createTeller(bookPath: string, folder: string, sheets: readonly WrittenSheet[]) {
  const pairs = sheets.flatMap(({ file, title }) => [
    [file, path.join(path.dirname(bookPath), title)] as const,
    [path.basename(file), title] as const,
  ]);
  return (text: string): string =>
    [...pairs, [folder, bookPath] as const].reduce((told, [from, to]) => told.replaceAll(from, to), text);
}

/** One line for each row, whatever breaks its cells have; empty columns at both sides are left out. */
function toCsv(rows: readonly (readonly string[])[]): string {
  let [first, width] = [Infinity, 0];
  for (const row of rows) {
    const at = row.findIndex(isFilled);
    if (at !== -1) first = Math.min(first, at);
    width = Math.max(width, row.findLastIndex(isFilled) + 1);
  }
  return rows.map((row) => `${toLine(row.slice(first, width))}\n`).join('');
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

function toLine(cells: readonly string[]): string {
  return cells.some(isFilled) ? cells.map(toQuoted).join(',') : '';
}

function toQuoted(cell: string): string {
  const text = cell.replace(/[\r\n\u0085\u2028\u2029]+/gu, ' ');
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}
