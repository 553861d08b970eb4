import { EntenteError } from '@/lib/model/entente-error';

import type { TableShape } from './map-columns';
import { openTable, type Table } from './read-table';
import type { Meter } from '../bytes/meter';
import type { ColumnUse, Piece, SourceRow } from '../source';
import { tripleColumns } from './triple-columns';

const LOOKED_AT_ROWS = 1000;

/** A table of triples as a part of a source. */
export interface TripleTable {
  readonly columns: readonly ColumnUse[];
  readonly notices: readonly string[];
  readonly holdsIds: boolean;
  /** The first rows, some at least. */
  readonly first: readonly SourceRow[];
  pieces(meter: Meter): AsyncIterable<readonly Piece[]>;
}

/** Opens a table of triples, written in a dialect that is known or to be told, with defaults for fields that it has no column for. Throws `invalid` when it cannot be used, or has no rows. */
export async function openTripleTable(
  path: string,
  { dialect, defaults }: Pick<TableShape, 'dialect' | 'defaults'> = {},
): Promise<TripleTable> {
  const table = await openTable(path, { ...tripleColumns, dialect, defaults });
  const first = await readFirst(table);
  return {
    first,
    columns: table.columns,
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
