import { EntenteError } from '@/lib/model/entente-error';

import type { Row, Transaction } from '../../engine';
import type { WriteRow } from './compact-rows';
import { compactRows } from './compact-rows';
import type { WriteTransaction } from './write';

/**
 * Sends a statement over rows, or nothing when there are none.
 * @throws `invalid` for text with an unpaired surrogate: no database can store it as it is
 */
export function writeRows(transaction: WriteTransaction, statement: string, rows: readonly WriteRow[]): void {
  if (rows.length === 0) return;
  for (const row of rows) assertWellFormed(row);
  const { constants, toText, rows: compact } = compactRows(rows);
  transaction.send(toText(statement), { ...constants, rows: withNulls(compact) });
}

/** Replaces what is undefined in rows with null. */
export function withNulls(rows: readonly WriteRow[]): readonly WriteRow[] {
  return rows.map((row) => row.map((value) => value ?? null));
}

/** Asks for what is known of some ids, or nothing when there are none. */
export async function readKnown(
  transaction: Transaction,
  text: string,
  ids: Iterable<string>,
): Promise<readonly Row[]> {
  const list = [...new Set(ids)];
  return list.length === 0 ? [] : transaction.run(text, { ids: list });
}

/** Sends a statement that does something to what has some ids, or nothing when there are none. */
export function writeTo(transaction: WriteTransaction, text: string, ids: Iterable<string>): void {
  const list = [...new Set(ids)];
  if (list.length > 0) transaction.send(text, { ids: list });
}

/** @throws `invalid` for a row with text that has an unpaired surrogate */
export function assertWellFormed(row: WriteRow): void {
  for (const value of row) {
    if (Array.isArray(value)) assertWellFormed(value);
    else if (typeof value === 'string' && !isWellFormed(value)) {
      throw new EntenteError(
        'invalid',
        `The text ${JSON.stringify(value)} is not valid Unicode: half of a surrogate pair is missing. Correct it in the input.`,
      );
    }
  }
}

const PLAIN = /^[^\ud800-\udfff]*$/;

function isWellFormed(text: string): boolean {
  if (PLAIN.test(text)) return true;
  for (const point of text) {
    const code = point.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return false;
  }
  return true;
}
