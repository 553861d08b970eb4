import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { errorCodeOf } from './error-code';

/**
 * Finds a file or folder inside a folder.
 * @param folder - the folder
 * @param name - the name of what to find
 * @returns its path, or undefined when it does not exist
 * @throws `invalid` when it is a link that leads out of the folder: what is loaded and shown has to
 *   come from what the person named
 */
export async function findPart(folder: string, name: string): Promise<string | undefined> {
  const file = path.join(folder, name);
  const [root, target] = await Promise.all([realpath(folder), findReal(file)]);
  if (target === undefined) return undefined;
  const way = path.relative(root, target);
  if (way.split(path.sep)[0] === '..' || path.isAbsolute(way)) {
    throw new EntenteError(
      'invalid',
      `${file} is a link that leads out of ${folder}; put the file itself there.`,
    );
  }
  return file;
}

async function findReal(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
