import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import type { Passage } from '@/lib/model/passage';
import type { Reject } from '@/lib/model/reject';

import { refuseCell, refuseLine } from '../rows/check-cell';
import type { DocumentIndex } from './document-index';
import { findPart } from '../bytes/find-part';
import { readDocument, type ReadDocument } from './read-document';

/** The documents of a dataset, and a reject for each that cannot be used. */
export interface ReadDocuments {
  readonly files: readonly string[];
  readonly documents: readonly ReadDocument[];
  readonly rejects: readonly Reject[];
  readonly index: DocumentIndex;
}

/** Reads `documents/*.md` of a folder. Throws `invalid` when `documents` leads out of it. */
export async function readDocuments(folder: string): Promise<ReadDocuments> {
  const home = await findPart(folder, 'documents');
  const names = home === undefined ? [] : await listDocuments(home);
  const rejects: Reject[] = [];
  const files: string[] = [];
  for (const name of names) {
    const file = path.join('documents', name);
    const found = await attemptFile(path.join(folder, file), () => findFile(folder, file));
    if ('reject' in found) rejects.push(found.reject);
    else files.push(found.value);
  }
  const documents = new Map<string, ReadDocument>();
  for (const file of files) {
    const read = await attemptFile(file, () => readNew(file, documents));
    if ('reject' in read) rejects.push(read.reject);
    else documents.set(read.value.document.id, read.value);
  }
  return {
    files,
    documents: [...documents.values()],
    rejects,
    index: toDocumentIndex(documents.values(), rejects),
  };
}

async function listDocuments(home: string): Promise<readonly string[]> {
  const entries = await readdir(home, { withFileTypes: true });
  return entries
    .filter((entry) => entry.name.endsWith('.md') && !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Does it, or says as a reject of the file why it cannot be done. */
export async function attemptFile<T>(
  file: string,
  work: () => Promise<T>,
): Promise<{ value: T } | { reject: Reject }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    const [field] = error.fields;
    const line = error.position?.line ?? 1;
    return { reject: { file, line, column: field?.path ?? '', reason: error.message, row: '' } };
  }
}

async function findFile(folder: string, name: string): Promise<string> {
  const file = await findPart(folder, name);
  return file ?? refuseLine(1, 'it is a link that leads nowhere');
}

async function readNew(file: string, earlier: ReadonlyMap<string, ReadDocument>): Promise<ReadDocument> {
  const read = await readDocument(file);
  const twin = earlier.get(read.document.id);
  return twin
    ? refuseCell(
        'id',
        `the id '${read.document.id}' is already that of ${twin.file}; give each document its own`,
      )
    : read;
}

/** The documents that rows may cite. */
export function toDocumentIndex(
  documents: Iterable<ReadDocument>,
  rejects: readonly Reject[],
): DocumentIndex {
  const passages = new Map<string, ReadonlyMap<number, Passage>>();
  for (const { document, passages: all } of documents) {
    passages.set(document.id, new Map(all.map(({ passage }) => [passage.index, passage])));
  }
  const refused = rejects.map(({ file }) => path.basename(file, path.extname(file)).normalize('NFC'));
  return { passages, refused: new Set(refused) };
}
