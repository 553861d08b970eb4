import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/**
 * Reads a CSV file with a header.
 * @throws where a row does not match the schema
 */
export function readTable<T>(file: string, row: z.ZodType<T>): T[] {
  const records: unknown[] = parse(readFileSync(file), { columns: true });
  return records.map((record) => row.parse(record));
}
