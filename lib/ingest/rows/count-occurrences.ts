import { createNumberSet } from './number-set';

/** Enough of an id to tell rows apart, and a safe integer. */
const KEY_DIGITS = 13;

/**
 * Creates a function that counts how often it was given an id that ends in hex digits, this time
 * included. It keeps one number for each.
 */
export function createOccurrenceCounter(): (id: string) => number {
  const seen = createNumberSet();
  const repeated = new Map<number, number>();
  return (id) => {
    // Zero is what a free place of the set looks like.
    const key = Number.parseInt(id.slice(-KEY_DIGITS), 16) + 1;
    if (seen.add(key)) return 1;
    const count = (repeated.get(key) ?? 1) + 1;
    repeated.set(key, count);
    return count;
  };
}
