import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

const MOST_FILES = 100_000;
const DEEPEST = 20;

/**
 * Lists the files of a folder and its subfolders, without hidden files and links.
 * @param folder - the folder
 * @returns the paths relative to the folder, sorted, with `/` between names
 * @throws `invalid` when there are too many files
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting: { way: string; depth: number }[] = [{ way: '', depth: 0 }];
  // The list grows while it is gone through.
  for (const { way, depth } of waiting) {
    for (const entry of await readdir(path.join(folder, way), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const next = way === '' ? entry.name : `${way}/${entry.name}`;
      if (entry.isDirectory() && depth < DEEPEST) waiting.push({ way: next, depth: depth + 1 });
      if (entry.isFile()) found.push(next);
    }
    if (found.length > MOST_FILES) {
      throw new EntenteError(
        'invalid',
        `${folder} contains more than ${MOST_FILES} files; load it in parts.`,
      );
    }
  }
  return found.sort();
}
