import { readFile, stat } from 'node:fs/promises';

import { EntenteError } from '@/lib/model/entente-error';

import { decodeFile } from '../bytes/decode-text';
import type { Meter } from '../bytes/meter';
import { parseJson } from './parse-json';

/** A text that JavaScript can hold, several times. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a file of JSON whose members are too large to be read one by one. It is held in memory.
 *
 * @throws `invalid` when it is no JSON, or has more than 256 MiB.
 */
export async function readWholeJson(file: string, meter?: Meter): Promise<unknown> {
  const { size } = await stat(file);
  if (size > LARGEST_BYTES)
    throw new EntenteError('invalid', `${file} is larger than 256 MiB, the most that is read at once.`);
  const parsed = parseJson(decodeFile(await readFile(file)));
  meter?.add(size);
  if ('value' in parsed) return parsed.value;
  throw new EntenteError('invalid', `${file} cannot be read: ${parsed.problem}.`);
}
