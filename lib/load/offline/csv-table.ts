import path from 'node:path';

import { openAppendFile } from './append-file';
import { toCells, type CsvValue } from './csv-row';

/** A table that the importer reads: nodes of a label, or relationships of a type (or of the types that its rows name). */
export interface TableForm {
  readonly file: string;
  /** The option that names it, up to the file: `--nodes=Entity=`. */
  readonly option: string;
  readonly columns: readonly string[];
}

export interface CsvTable {
  /** Its name in the folder. */
  readonly file: string;
  /** Adds a row. */
  add(values: readonly CsvValue[], listDelimiter?: string): void;
  /** Adds a row whose cells `toCells` has written. */
  addCells(cells: string): void;
  /**
   * Flushes the buffer.
   * @returns what the importer has to know of the table
   */
  close(): WrittenTable;
}

export interface WrittenTable {
  readonly form: TableForm;
  readonly rows: number;
  /** Whether a text in it spans lines. */
  readonly hasLongTexts: boolean;
  /** UTF-16 units of the longest row. */
  readonly longestRow: number;
}

const LINE_BREAK = /[\n\r]/u;

/** Creates a table in a folder. Its file has a header and comes into being with the first row. */
export function createTable(folder: string, form: TableForm): CsvTable {
  const file = openAppendFile(path.join(folder, form.file));
  let rows = 0;
  let hasLongTexts = false;
  let longestRow = 0;

  function addCells(cells: string): void {
    if (rows === 0) file.write(`${form.columns.join(',')}\n`);
    rows += 1;
    if (cells.length > longestRow) longestRow = cells.length;
    hasLongTexts ||= LINE_BREAK.test(cells);
    file.write(`${cells}\n`);
  }

  return {
    file: form.file,
    add: (values, listDelimiter) => {
      addCells(toCells(values, listDelimiter));
    },
    addCells,
    close: () => {
      file.flush();
      return { form, rows, hasLongTexts, longestRow };
    },
  };
}
