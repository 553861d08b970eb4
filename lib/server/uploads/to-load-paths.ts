import 'server-only';

import path from 'node:path';

const TRIPLES = 'triples.csv';
const PARTS =
  /^(triples\.csv|entities\.csv|vocabulary\.csv|dataset\.json|documents|readme.*|licen[cs]e.*)$/iu;

/**
 * In: a folder and what was received into it. Out: the paths to load. The files of one dataset that come without their folder are that
 * dataset; everything else is loaded one by one.
 */
export function toLoadPaths(folder: string, names: readonly string[]): readonly string[] {
  const isDataset = names.includes(TRIPLES) && names.length > 1 && names.every((name) => PARTS.test(name));
  return isDataset ? [folder] : names.map((name) => path.join(folder, name));
}
