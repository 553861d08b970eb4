import path from 'node:path';

import type { FileSample } from '../bytes/take-sample';
import type { OpenOptions, Piece, Source, SourceRow } from '../source';
import { openFieldRows, type FieldNames } from './open-field-rows';

/** Makes pieces of the rows of one reading, and says what was left out of them. */
export interface FieldReader {
  readonly toPieces: (row: SourceRow) => readonly Piece[];
  readonly notices: () => readonly string[];
}

/** A publisher's table: what its columns are called, and who reads its rows. */
interface FieldTable {
  readonly fields: FieldNames;
  /** Makes the reader of a dataset; each reading has its own, so that what is told is of the last reading alone. */
  readonly createReader: (dataset: string) => FieldReader;
}

/**
 * Opens a table whose columns have fixed names as a source.
 *
 * @param sample - the table, or the same as JSON
 * @param table - what its columns are called, and who reads its rows
 * @param options - the meter, and how much is told
 * @throws `invalid` when it cannot be used
 */
export async function openFieldSource(
  sample: FileSample,
  { fields, createReader }: FieldTable,
  { meter, isVerbose }: Pick<OpenOptions, 'meter' | 'isVerbose'>,
): Promise<Source> {
  const table = await openFieldRows(sample, fields, { isVerbose });
  const dataset = path.basename(sample.name, path.extname(sample.name));
  let reader = createReader(dataset);
  return {
    dataset,
    files: [sample.path],
    columns: table.columns,
    notices: () => [...table.notices(), ...reader.notices()],
    pieces: async function* () {
      reader = createReader(dataset);
      for await (const rows of table.rows(meter)) yield rows.flatMap(reader.toPieces);
    },
  };
}
