import type { z } from 'zod';

import { EntenteError } from '@/lib/model/entente-error';
import { sliceCodePoints } from '@/lib/model/text-offsets';

const SHOWN_OF_CELL = 80;

/**
 * Parses a cell.
 * @param column - the name of the column
 * @param schema - the schema of the column
 * @param cell - the cell
 * @throws `invalid` with the column as path, saying what the cell is and what it has to be
 */
export function checkCell<S extends z.ZodType>(
  column: string,
  schema: S,
  cell: string | undefined,
): z.output<S> {
  const parsed = schema.safeParse(cell);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) =>
    issue.code === 'invalid_value' ? `it has to be one of ${issue.values.join(', ')}` : issue.message,
  );
  return refuseCell(column, `'${shortenCell(cell ?? '')}' is not allowed here: ${reasons.join('; ')}`);
}

/** @throws `invalid` with the column as path */
export function refuseCell(column: string, reason: string): never {
  throw new EntenteError('invalid', reason, { fields: [{ path: column, message: reason }] });
}

/** @throws `invalid` with the line of a file as position */
export function refuseLine(line: number, reason: string): never {
  throw new EntenteError('invalid', reason, { position: { start: 0, end: 0, line, column: 1 } });
}

/** A cell as a sentence can show it. */
export function shortenCell(cell: string): string {
  return cell.length > SHOWN_OF_CELL ? `${sliceCodePoints(cell, 0, SHOWN_OF_CELL)}…` : cell;
}
