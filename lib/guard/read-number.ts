import type { Refusal, Token } from './token';

/** A number and whatever is glued to it: some readers take `1CREATE` for a number and a clause, others for an error. */
const NUMBER_RUN = /\d(?:[eE][+-]\d|\.\d|\p{ID_Continue})*/uy;
const NUMBER = /^(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?)$/u;

/**
 * Reads a number.
 * @param text - the statement
 * @param at - the index where the number starts
 * @returns the number; a refusal if it is not a plain number; undefined if there is no digit at the
 *   index
 */
export function readNumber(text: string, at: number): Token | Refusal | undefined {
  if (!/\d/u.test(text.charAt(at))) return undefined;
  NUMBER_RUN.lastIndex = at;
  const end = NUMBER_RUN.test(text) ? NUMBER_RUN.lastIndex : at + 1;
  const written = text.slice(at, end);
  const isGlued = text[end] === '$' || text[end] === '\\' || (text[end] === '.' && text[end + 1] !== '.');
  if (NUMBER.test(written) && !isGlued) {
    return { kind: 'number', text: written, value: written, start: at, end };
  }
  return {
    reason: 'This number runs into what follows it. Put a space after the number.',
    start: at,
    end: isGlued ? end + 1 : end,
  };
}
