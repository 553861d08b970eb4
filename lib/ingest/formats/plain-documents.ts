/** Documents without triples, one or a folder of them: to be read and searched, with the names marked that the graph knows. */
import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import type { Reject } from '@/lib/model/reject';

import { refuseCell } from '../rows/check-cell';
import { isDocumentName } from '../bytes/file-names';
import { listFiles } from '../bytes/list-files';
import { noteOthers } from '../bytes/note-others';
import { attemptFile, toDocumentIndex } from '../documents/read-documents';
import { readPlainDocument, type DocumentSort, type PlainDocument } from '../documents/read-plain-document';
import { recognisedBy } from '../recognise';
import type { Format, Source } from '../source';
import { takeSample } from '../bytes/take-sample';
import { tellDocument } from '../documents/tell-document';

export const plainDocuments: Format = {
  name: 'documents',
  title: 'documents',
  recognises: recognisedBy('it is text to be read', async (sample) => {
    if (!sample.isFolder) return tellDocument(sample) !== undefined;
    return (await listFiles(sample.path)).some(isDocumentName);
  }),
  open: async ({ path: given, isFolder, name }, { signal }) => {
    const home = isFolder ? given : path.dirname(given);
    const names = isFolder ? await listFiles(given) : [path.basename(given)];
    const { documents, rejects, others } = await readAll(home, names, { isFolder, signal });
    return {
      dataset: isFolder ? name : undefined,
      files: documents.map(({ file }) => path.join(home, file)),
      documents: {
        files: documents.map(({ file }) => file),
        documents,
        rejects,
        index: toDocumentIndex(documents, rejects),
      },
      marksKnownNames: true,
      notices: () => [...documents.flatMap(({ notices }) => notices), ...noteOthers(others)],
      pieces: () => Readable.from([]),
    } satisfies Source;
  },
};

interface ReadFolder {
  readonly documents: readonly PlainDocument[];
  readonly rejects: readonly Reject[];
  /** Files that are no documents. */
  readonly others: readonly string[];
}

async function readAll(
  home: string,
  names: readonly string[],
  { isFolder, signal }: { readonly isFolder: boolean; readonly signal: AbortSignal | undefined },
): Promise<ReadFolder> {
  const documents = new Map<string, PlainDocument>();
  const rejects: Reject[] = [];
  const others: string[] = [];
  for (const name of names) {
    if (signal?.aborted) break;
    // Reading of a file may be all computing: what stops it is heard in between.
    await setImmediate();
    const sort = isFolder && !isDocumentName(name) ? undefined : await tellFile(path.join(home, name));
    if (sort === undefined) {
      others.push(name);
      continue;
    }
    const read = await attemptFile(name, () => readNew({ home, name, sort }, documents));
    if ('reject' in read) rejects.push(read.reject);
    else documents.set(read.value.document.id, read.value);
  }
  return { documents: [...documents.values()], rejects, others };
}

async function tellFile(file: string): Promise<DocumentSort | undefined> {
  return tellDocument(await takeSample(file));
}

interface Place {
  readonly home: string;
  readonly name: string;
  readonly sort: DocumentSort;
}

async function readNew(
  { home, name, sort }: Place,
  earlier: ReadonlyMap<string, PlainDocument>,
): Promise<PlainDocument> {
  const read = await readPlainDocument(path.join(home, name), name, sort);
  const twin = earlier.get(read.document.id);
  if (!twin) return read;
  return refuseCell(
    'id',
    `the id '${read.document.id}' is already that of ${twin.file}; rename one of the files, or give it an id in its front matter`,
  );
}
