import { hash } from 'node:crypto';

const SEPARATOR = '\u001f';
const HEX_DIGITS = 20;
const ASCII = /^[\u0000-\u007f]*$/u;

/**
 * An id from content: the same parts give the same id on every machine.
 *
 * In: a one-letter prefix that says what the id is of, and the parts that make the identity; absent parts
 * count as empty, and text is compared in Unicode form NFC. Out: the prefix, a dash, and 80 bits of SHA-256 in hex.
 */
export function deriveId(prefix: string, parts: readonly (string | number | undefined)[]): string {
  const content = parts.join(SEPARATOR);
  const normal = ASCII.test(content) ? content : parts.map(toNormal).join(SEPARATOR);
  return `${prefix}-${hash('sha256', normal, 'hex').slice(0, HEX_DIGITS)}`;
}

function toNormal(part: string | number | undefined): string {
  return String(part ?? '').normalize('NFC');
}
