import { basename } from 'node:path';

/** Creates a function that removes a folder's path from a text. */
export function createTeller(folder: string | undefined): (text: string) => string {
  if (folder === undefined) return (text) => text;
  return (text) => text.replaceAll(`${folder}/`, '').replaceAll(folder, basename(folder));
}
