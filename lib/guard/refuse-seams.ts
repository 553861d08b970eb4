import { refuse, type Statement } from './statement';
import { isSymbol } from './to-pieces';
import type { Refusal } from './token';

/** Refuses a second statement behind a semicolon. */
export function refuseSecondStatement({ pieces }: Statement): Refusal | undefined {
  const end = pieces.findIndex((piece) => isSymbol(piece, ';'));
  const second = end < 0 ? undefined : pieces[end + 1];
  return (
    second && refuse(second, 'Only one statement runs at a time. Run what follows the semicolon on its own.')
  );
}
