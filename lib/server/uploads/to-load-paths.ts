import 'server-only';

import path from 'node:path';

import { recogniseWhole } from '@/lib/ingest/find-folder-inputs';
import { EntenteError } from '@/lib/model/entente-error';

const TRIPLES = 'triples.csv';
const PARTS =
  /^(triples\.csv|entities\.csv|vocabulary\.csv|dataset\.json|documents|readme.*|licen[cs]e.*)$/iu;

/**
 * Decides what to load of an upload. The files of one dataset that come without their folder are that dataset; everything else is loaded
 * one by one.
 *
 * @param folder - where the upload lies
 * @param names - what was received into it
 * @returns the paths to load
 * @throws `invalid` for parts of a graph with its texts that came without their folder: one by one they would lose the texts, and without
 *   the folder's name two such graphs could not be told apart
 */
export async function toLoadPaths(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const isDataset = names.includes(TRIPLES) && names.length > 1 && names.every((name) => PARTS.test(name));
  if (!isDataset && names.length > 1) await refuseParts(folder);
  return isDataset ? [folder] : names.map((name) => path.join(folder, name));
}

async function refuseParts(folder: string): Promise<void> {
  const whole = await recogniseWhole(folder);
  if (whole === undefined) return;
  throw new EntenteError(
    'invalid',
    `Together these files are ${whole.format.title}. Choose the folder that holds them instead: its name becomes the name of the dataset.`,
  );
}
