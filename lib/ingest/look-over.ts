import { EntenteError } from '@/lib/model/entente-error';

import type { Table } from './read-table';

/** Sentences about columns that are not read, so that nothing is left out in silence. */
export function noteUnknownColumns({ file, unknown }: Table): readonly string[] {
  const named = unknown.filter((column) => column !== '');
  if (named.length === 0) return [];
  const shown = named.slice(0, 10).join(', ');
  return [`${file} has columns that are not known and were not read: ${shown}.`];
}

/** Throws `invalid` for a table with a header alone. */
export function refuseNoRows({ file }: Table, rows: number): void {
  if (rows === 0)
    throw new EntenteError('invalid', `${file} has a header and no rows; there is nothing to load.`);
}
