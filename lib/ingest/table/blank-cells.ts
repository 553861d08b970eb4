/** What programs write where there is no value: databases, pandas, R, spreadsheets. `Null` is a surname, and `NA` a country. */
const WORDS = new Set(['NULL', 'null', 'NaN', 'nan', 'NaT', 'None', 'N/A', 'n/a', '#N/A', '<NA>', '\\N']);
const LONGEST = 4;
/** Where any word may be a quotation. */
const TEXT_FIELD = 'quote';

/** Tells whether a cell of a field says that there is no value. */
export type BlankTest = (field: string, cell: string, line: number) => boolean;

/**
 * Creates the test for blank cells of a table.
 * @param file - the file of the table
 * @param tell - is told once of cells taken for blank
 */
export function createBlankTest(file: string, tell: (notice: string) => void): BlankTest {
  let isTold = false;
  return (field, cell, line) => {
    if (cell.length > LONGEST || !WORDS.has(cell) || field === TEXT_FIELD) return false;
    if (!isTold) {
      isTold = true;
      tell(
        `${file} writes '${cell}' where there is no value (${field}, line ${line}); such cells are read as empty.`,
      );
    }
    return true;
  };
}
