import path from 'node:path';

import { isDataName, isDocumentName } from './bytes/file-names';
import { findFolderInputs } from './find-folder-inputs';
import { formats } from './formats';
import { plainDocuments } from './formats/plain-documents';
import { listFiles } from './bytes/list-files';
import { noteOthers } from './bytes/note-others';
import { takeSample } from './bytes/take-sample';
import { tellDocument } from './documents/tell-document';

/** A path to open. `isNamed`: a person named it; otherwise it was found in a folder that a person named. */
interface ListedInput {
  readonly path: string;
  readonly isNamed: boolean;
}

export interface ListedInputs {
  readonly inputs: readonly ListedInput[];
  /** Sentences about files that no input reads. */
  readonly notices: readonly string[];
}

/**
 * In: a path that a person gave. Out: what to open for it: itself, unless it is a folder that is nothing as a whole: then its
 * documents, which are one input, each file with data, and each folder in it that is a graph with its texts. Throws the file system's errors.
 */
export async function listInputs(given: string, format: string | undefined): Promise<ListedInputs> {
  const itself = { inputs: [{ path: given, isNamed: true }], notices: [] };
  if (format !== undefined) return itself;
  const sample = await takeSample(given);
  if (!sample.isFolder) return itself;
  for (const each of formats) {
    if (each !== plainDocuments && (await each.recognises(sample))) return itself;
  }
  return await listFolder(given);
}

async function listFolder(folder: string): Promise<ListedInputs> {
  const data: ListedInput[] = [];
  let hasDocuments = false;
  const folders = await findFolderInputs(folder);
  data.push(...folders.map((way) => ({ path: path.join(folder, way), isNamed: false })));
  const names = (await listFiles(folder)).filter(
    (name) => !folders.some((way) => name.startsWith(`${way}/`)),
  );
  for (const name of names.filter(isDataName)) {
    const file = path.join(folder, name);
    if (isDocumentName(name) && tellDocument(await takeSample(file)) !== undefined) hasDocuments = true;
    else data.push({ path: file, isNamed: false });
  }
  const itself = { path: folder, isNamed: true };
  // The documents come last, so that the names that the data brings are known; they tell themselves what else there is.
  if (hasDocuments || data.length === 0) return { inputs: [...data, itself], notices: [] };
  return { inputs: data, notices: noteOthers(names) };
}
