import { EntenteError } from '@/lib/model/entente-error';

import { refuseLine } from '../rows/check-cell';

const ASCII_TEXT = /^[\u0001-\u007f]*$/u;
const LINE_FEED = 0x0a;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Decodes UTF-8.
 * @param bytes - a text with one character for each byte
 * @throws `invalid` for what is not UTF-8, and for NUL
 */
export function decodeBytes(bytes: string): string {
  if (ASCII_TEXT.test(bytes)) return bytes;
  if (bytes.includes('\0')) throw new EntenteError('invalid', 'it contains a NUL character; remove it');
  try {
    return strict.decode(Buffer.from(bytes, 'latin1'));
  } catch (cause) {
    throw new EntenteError('invalid', 'it is not UTF-8; save the file as UTF-8', { cause });
  }
}

/** The same for showing, where the text may be broken: what is not UTF-8 becomes U+FFFD. */
export function decodeForShow(bytes: string): string {
  return ASCII_TEXT.test(bytes) ? bytes : lenient.decode(Buffer.from(bytes, 'latin1'));
}

/**
 * Decodes a whole file, without its byte order mark.
 * @throws `invalid`, naming the byte and line at which it stops being UTF-8 text
 */
export function decodeFile(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  if (nul !== -1) refuseByte(bytes, nul, { what: 'there is a NUL character', todo: 'remove it' });
  try {
    const text = strict.decode(bytes);
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch {
    return refuseByte(bytes, findInvalidByte(bytes), {
      what: 'it is not UTF-8',
      todo: 'save the file as UTF-8',
    });
  }
}

function refuseByte(
  bytes: Uint8Array,
  offset: number,
  { what, todo }: { what: string; todo: string },
): never {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === LINE_FEED) line += 1;
  return refuseLine(line, `${what} at byte ${offset + 1}, line ${line}; ${todo}`);
}

/** Halves the stretch that is known to hold the first byte that does not decode. */
function findInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    // A decoder of its own, since `stream` leaves a cut sequence waiting instead of refusing it.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
