import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

const PATH_MAX_BYTES = 1000;
const PART_MAX_BYTES = 200;
const DEPTH_MAX = 16;
/** Control characters, what separates folders elsewhere, and what Windows reads as a drive or a stream. */
const REFUSED = /[\p{Cc}\\:]/u;

/**
 * Splits the path that a file was sent under into its folders and name, in Unicode form NFC.
 * @param given - the path
 * @throws `invalid` for anything that could lead out of the upload folder: absolute paths, drive
 *   letters, `..`, NUL
 */
export function toUploadPath(given: string): readonly string[] {
  const parts = given.normalize('NFC').split('/');
  const isPlain =
    given.isWellFormed() &&
    Buffer.byteLength(given) <= PATH_MAX_BYTES &&
    parts.length <= DEPTH_MAX &&
    parts.every(isPlainPart);
  if (isPlain) return parts;
  throw new EntenteError(
    'invalid',
    `A file cannot be received under the name ${JSON.stringify(given.slice(0, PART_MAX_BYTES))}. A name is letters and digits, with folders before it as in folder/file.csv, and without .. : \\ or a / in front.`,
    { fields: [{ path: 'files', message: 'has a name that is not allowed' }] },
  );
}

function isPlainPart(part: string): boolean {
  return (
    part !== '' &&
    part !== '.' &&
    part !== '..' &&
    Buffer.byteLength(part) <= PART_MAX_BYTES &&
    !REFUSED.test(part)
  );
}
