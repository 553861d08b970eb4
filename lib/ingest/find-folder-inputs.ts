import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { takeSample } from './bytes/take-sample';
import { folderFormats } from './formats';
import { recognise, type Looked, type Recognised } from './recognise';

const DEEPEST = 6;
const MOST_FOLDERS = 5000;

/**
 * Looks for folders in a folder that are one input each: a graph with its texts beside it. It does not look into those that it finds, into
 * hidden ones, nor through links.
 *
 * @returns what was seen of each, sorted by path
 */
export async function findFolderInputs(folder: string): Promise<readonly Looked[]> {
  const found: Looked[] = [];
  const waiting = [{ way: '', depth: 0 }];
  // The list grows while it is gone through.
  for (const { way, depth } of waiting) {
    for (const entry of await readdir(path.join(folder, way), { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
      const next = way === '' ? entry.name : `${way}/${entry.name}`;
      const looked = await look(path.join(folder, next));
      if (looked.recognised.length > 0) found.push(looked);
      else if (depth < DEEPEST && waiting.length < MOST_FOLDERS)
        waiting.push({ way: next, depth: depth + 1 });
    }
  }
  return found.sort((one, other) => (one.sample.path < other.sample.path ? -1 : 1));
}

/**
 * Tells whether files that were given side by side are parts of one graph with its texts.
 *
 * @param folder - a folder with nothing else in it
 * @returns what they are, or undefined when they are nothing as a whole
 * @throws the file system's errors
 */
export async function recogniseWhole(folder: string): Promise<Recognised | undefined> {
  return (await look(folder)).recognised[0];
}

async function look(folder: string): Promise<Looked> {
  const sample = await takeSample(folder);
  return { sample, recognised: await recognise(sample, folderFormats) };
}
