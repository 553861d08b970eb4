import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** In: a CSV file with a header, and the schema of a row. Out: its rows; throws where a row does not fit. */
export function readTable<T>(file: string, row: z.ZodType<T>): T[] {
  const records: unknown[] = parse(readFileSync(file), { columns: true });
  return records.map((record) => row.parse(record));
}
