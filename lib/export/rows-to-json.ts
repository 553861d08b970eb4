/** In: column names and rows of console values. Out: a JSON array of objects; of columns with the same name the last counts, as in JSON. */
export function rowsToJson(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}
