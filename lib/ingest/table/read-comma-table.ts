import { detectEncoding } from '../bytes/detect-encoding';
import type { Meter } from '../bytes/meter';
import { readRecords, type CsvRecord } from './read-records';
import type { RecordRow } from './read-parquet';

/**
 * Reads a table with commas as programs write it, with a header and as many cells in each row: all columns, as they are called.
 *
 * @param onBroken - hears of the line of a record that cannot be read
 */
export async function* readCommaTable(
  path: string,
  onBroken: (record: CsvRecord) => void,
  meter?: Meter,
): AsyncGenerator<readonly RecordRow[]> {
  const encoding = await detectEncoding(path);
  let header: readonly string[] | undefined;
  for await (const records of readRecords(path, { delimiter: ',', quoting: 'csv' }, { encoding, meter })) {
    const rows: RecordRow[] = [];
    for (const record of records) {
      const { cells, line } = record;
      if (header === undefined) header = cells.map((cell) => cell.trim());
      else if (record.problem !== undefined || record.isBroken || cells.length !== header.length)
        onBroken(record);
      else rows.push({ line, value: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])) });
    }
    yield rows;
  }
}
