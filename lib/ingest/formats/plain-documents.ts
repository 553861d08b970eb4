/** Documents without triples, one or a folder of them: to be read and searched, with the names marked that the graph knows. */
import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import type { Reject } from '@/lib/model/reject';

import { isDocumentName } from '../bytes/file-names';
import { listFiles } from '../bytes/list-files';
import { noteAttachments, noteOthers } from '../bytes/note-others';
import { toDocumentIndex } from '../documents/read-documents';
import type { DocumentSort, PlainDocument } from '../documents/read-plain-document';
import { readPlainFile } from '../documents/read-plain-file';
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
    const { files, documents, rejects, notices, others } = await readAll(home, names, { isFolder, signal });
    return {
      dataset: isFolder ? name : undefined,
      files: files.map((file) => path.join(home, file)),
      documents: {
        files,
        documents,
        rejects,
        index: toDocumentIndex(documents, rejects),
      },
      marksKnownNames: true,
      notices: () => [...notices, ...noteOthers(others)],
      pieces: () => Readable.from([]),
    } satisfies Source;
  },
};

interface ReadFolder {
  /** Those in which there are documents. */
  readonly files: readonly string[];
  readonly documents: readonly PlainDocument[];
  readonly rejects: readonly Reject[];
  readonly notices: readonly string[];
  /** Files that are no documents. */
  readonly others: readonly string[];
}

async function readAll(
  home: string,
  names: readonly string[],
  { isFolder, signal }: { readonly isFolder: boolean; readonly signal: AbortSignal | undefined },
): Promise<ReadFolder> {
  const documents = new Map<string, PlainDocument>();
  const files: string[] = [];
  const rejects: Reject[] = [];
  const notices: string[] = [];
  const unread: string[] = [];
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
    const read = await readPlainFile(path.join(home, name), { name, sort, signal });
    rejects.push(...read.rejects);
    notices.push(...read.notices);
    unread.push(...read.unread);
    const known = documents.size;
    for (const document of read.documents) {
      const twin = documents.get(document.document.id);
      if (twin) rejects.push(toTwinReject(document, twin));
      else documents.set(document.document.id, document);
    }
    if (documents.size > known) files.push(name);
  }
  notices.push(...noteAttachments(unread));
  return { files, documents: [...documents.values()], rejects, notices, others };
}

async function tellFile(file: string): Promise<DocumentSort | undefined> {
  return tellDocument(await takeSample(file));
}

function toTwinReject({ file, document: { id } }: PlainDocument, twin: PlainDocument): Reject {
  const reason = `the id '${id}' is already that of ${twin.file}; rename one of the files, or give it an id in its front matter`;
  return { file, line: 1, column: 'id', reason, row: '' };
}
