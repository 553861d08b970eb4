import 'server-only';

import { mkdir, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { logger } from '../logger';

const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** What a dataset is called that comes without its folder and without a name of its own: the same each time. */
const FOLDER_NAME = 'dataset';

interface UploadFolder {
  readonly path: string;
  /** Removes it and all it holds. Does not throw: what is left goes at a later opening. */
  readonly remove: () => Promise<void>;
}

/**
 * Makes a folder for the files of one upload, which only this user may read, below the data folder: it has room where the graph has.
 * What a process that was killed has left there a day ago is removed.
 */
export async function openUploadFolder(dataFolder: string): Promise<UploadFolder> {
  const uploads = path.join(dataFolder, 'uploads');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  await removeForgotten(uploads);
  const outer = await realpath(await mkdtemp(path.join(uploads, 'upload-')));
  const inner = path.join(outer, FOLDER_NAME);
  await mkdir(inner, { mode: 0o700 });
  return { path: inner, remove: () => remove(outer) };
}

async function removeForgotten(uploads: string): Promise<void> {
  for (const name of await readdir(uploads)) {
    const folder = path.join(uploads, name);
    const changedAt = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changedAt > FORGOTTEN_AFTER_MS) await remove(folder);
  }
}

async function remove(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch (error) {
    logger.error({ event: 'upload-left', err: error });
  }
}
