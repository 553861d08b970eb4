/** The files of refused rows in this server's data folder, by ids that say nothing of a path: what is asked for is looked up, never opened. */
import 'server-only';

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { errorCodeOf } from '@/lib/ingest/bytes/error-code';
import { EntenteError } from '@/lib/model/entente-error';

const ID_LENGTH = 27;

interface RejectsLink {
  readonly id: string;
  readonly name: string;
}

/**
 * Returns what a client needs to request a rejects file.
 * @param file - the path of the file
 */
export function toRejectsLink(file: string): RejectsLink {
  const name = path.basename(file);
  return { id: createHash('sha256').update(name).digest('base64url').slice(0, ID_LENGTH), name };
}

/**
 * Opens a rejects file.
 * @param dataFolder - the data folder
 * @param id - the id of the file
 * @returns the name of the file and its text
 * @throws `not-found` when no file of the folder has that id
 */
export async function openRejects(
  dataFolder: string,
  id: string,
): Promise<{ readonly name: string; readonly text: Readable }> {
  const folder = path.join(dataFolder, 'rejects');
  const entries = await listFiles(folder);
  const name = entries.find((entry) => toRejectsLink(entry).id === id);
  if (name === undefined) {
    throw new EntenteError('not-found', 'There is no such file of refused rows; it may have been removed.');
  }
  return { name, text: createReadStream(path.join(folder, name)) };
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
