import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { takeSample } from './bytes/take-sample';
import { folderFormats } from './formats';
import { recognise } from './recognise';

const DEEPEST = 6;
const MOST_FOLDERS = 5000;

/**
 * Looks for folders in a folder that are one input each: a graph with its texts beside it. It does not look into those that it finds, into
 * hidden ones, nor through links.
 *
 * @returns Their ways from the folder, with `/` between names, sorted.
 */
export async function findFolderInputs(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [{ way: '', depth: 0 }];
  // The list grows while it is gone through.
  for (const { way, depth } of waiting) {
    for (const entry of await readdir(path.join(folder, way), { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
      const next = way === '' ? entry.name : `${way}/${entry.name}`;
      if (await isInput(path.join(folder, next))) found.push(next);
      else if (depth < DEEPEST && waiting.length < MOST_FOLDERS)
        waiting.push({ way: next, depth: depth + 1 });
    }
  }
  return found.sort();
}

async function isInput(folder: string): Promise<boolean> {
  return (await recognise(await takeSample(folder), folderFormats)).length > 0;
}
