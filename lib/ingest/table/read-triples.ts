import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import type { ColumnQuestion, SavedMapping } from '@/lib/model/mapping';

import type { TableShape } from './map-columns';
import { readMappings } from './mapping-file';
import { openTable, type Table } from './read-table';
import type { Meter } from '../bytes/meter';
import type { ColumnUse, Piece, SourceRow } from '../source';
import { tripleColumns } from './triple-columns';

const LOOKED_AT_ROWS = 1000;

/** A table of triples as a part of a source. */
export interface TripleTable {
  /** Which tables a mapping for this one is for. */
  readonly mappedFor: SavedMapping['for'];
  readonly columns: readonly ColumnUse[];
  readonly isMapped: boolean;
  readonly layout: ColumnQuestion | undefined;
  readonly notices: readonly string[];
  readonly holdsIds: boolean;
  /** The first rows, some at least. */
  readonly first: readonly SourceRow[];
  pieces(meter: Meter): AsyncIterable<readonly Piece[]>;
}

/**
 * Opens a table of triples.
 *
 * @param file - the table's path; what `entente-map.json` beside it says about such tables holds for it
 * @param options - the dialect where it is known, defaults for fields that the table has no column for, and what persons say about its columns
 * @throws a question when nothing says which column is what; `invalid` when it cannot be used, or has no rows
 */
export async function openTripleTable(
  file: string,
  {
    savedMappings = [],
    ...given
  }: Pick<TableShape, 'dialect' | 'defaults' | 'mapping' | 'savedMappings' | 'isVerbose'> = {},
): Promise<TripleTable> {
  const saved = [...(await readMappings(path.dirname(file))), ...savedMappings];
  const table = await openTable(file, { ...tripleColumns, ...given, savedMappings: saved });
  const first = await readFirst(table);
  return {
    first,
    mappedFor: table.header ? { header: [...table.header] } : { file: path.basename(file) },
    columns: table.columns,
    isMapped: table.isMapped,
    layout: table.layout,
    notices: table.notices,
    holdsIds: table.holdsIds,
    pieces: (meter) => readPieces(table, meter),
  };
}

async function* readPieces(table: Table, meter: Meter): AsyncGenerator<readonly Piece[]> {
  for await (const rows of table.rows(meter)) yield rows.map((row): Piece => ({ kind: 'row', row }));
}

async function readFirst(table: Table): Promise<readonly SourceRow[]> {
  const first: SourceRow[] = [];
  for await (const rows of table.rows()) {
    for (const row of rows) first.push(row);
    if (first.length >= LOOKED_AT_ROWS) break;
  }
  if (first.length > 0) return first.slice(0, LOOKED_AT_ROWS);
  throw new EntenteError('invalid', `${table.file} has a header and no rows; there is nothing to load.`);
}
