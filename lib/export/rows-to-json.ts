/**
 * Writes rows of console values as a JSON array of objects; of columns with the same name the last
 * wins, as in JSON.
 * @param columns - the names of the columns
 * @param rows - the values, in the order of the columns
 */
export function rowsToJson(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}
