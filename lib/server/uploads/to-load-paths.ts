import 'server-only';

import path from 'node:path';

const TRIPLES = 'triples.csv';
const PARTS =
  /^(triples\.csv|entities\.csv|vocabulary\.csv|dataset\.json|documents|readme.*|licen[cs]e.*)$/iu;

/**
 * Lists the paths to load of what was received. The files of one dataset that come without their
 * folder are loaded as that dataset; everything else is loaded one by one.
 * @param folder - the folder that the files were received in
 * @param names - the names of what it contains
 */
export function toLoadPaths(folder: string, names: readonly string[]): readonly string[] {
  const isDataset = names.includes(TRIPLES) && names.length > 1 && names.every((name) => PARTS.test(name));
  return isDataset ? [folder] : names.map((name) => path.join(folder, name));
}
