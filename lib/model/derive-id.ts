import { createHash } from 'node:crypto';

const SEPARATOR = '\u001f';
const HEX_DIGITS = 20;

/**
 * An id from content: the same parts give the same id on every machine.
 *
 * In: a one-letter prefix that says what the id is of, and the parts that make the identity; absent parts
 * count as empty, and text is compared in Unicode form NFC. Out: the prefix, a dash, and 80 bits of SHA-256 in hex.
 */
export function deriveId(prefix: string, parts: readonly (string | number | undefined)[]): string {
  const content = parts.map((part) => String(part ?? '').normalize('NFC')).join(SEPARATOR);
  return `${prefix}-${createHash('sha256').update(content).digest('hex').slice(0, HEX_DIGITS)}`;
}
