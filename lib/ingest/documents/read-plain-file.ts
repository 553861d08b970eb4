/** A file with documents that nobody wrote for Entente: one, or a mail with what is attached to it, or a mailbox. */
import type { Reject } from '@/lib/model/reject';

import { sampleBytes } from '../bytes/take-sample';
import { readWhole } from './read-document';
import { attemptFile } from './read-documents';
import {
  readPlainText,
  toPlainDocument,
  type DocumentSort,
  type PlainDocument,
  type PlainText,
  type TextSort,
} from './read-plain-document';
import { splitMailbox } from './split-mailbox';
import { tellDocument } from './tell-document';

/** The documents of a file, and a reject for each that cannot be used. */
export interface PlainFile {
  readonly documents: readonly PlainDocument[];
  readonly rejects: readonly Reject[];
  readonly notices: readonly string[];
  /** Attachments that are no documents. */
  readonly unread: readonly string[];
}

const nothing: PlainFile = { documents: [], rejects: [], notices: [], unread: [] };
/** Mails in mails in mails: so deep is read what is attached. */
const DEEPEST = 5;

interface Place {
  /** What it is called in its folder. */
  readonly name: string;
  readonly sort: DocumentSort;
  /** Once aborted, nothing more need be read. */
  readonly signal?: AbortSignal | undefined;
}

interface Part extends Place {
  readonly bytes: Buffer;
  readonly depth: number;
}

/**
 * Reads the documents of a file. What cannot be used is a reject, and costs no other document.
 *
 * @throws the file system's errors
 */
export async function readPlainFile(file: string, place: Place): Promise<PlainFile> {
  const whole = await attemptFile(place.name, () => readWhole(file));
  if ('reject' in whole) return { ...nothing, rejects: [whole.reject] };
  return await readPart({ ...place, bytes: whole.value, depth: 0 });
}

async function readPart(part: Part): Promise<PlainFile> {
  const { name, sort, bytes, depth, signal } = part;
  if (sort !== 'mailbox') return await readOne({ ...part, sort });
  const mails = splitMailbox(bytes);
  if (mails.length === 0) {
    const reason =
      'it has no line "From …", with which each mail of a mailbox begins; save its mails as .eml';
    return { ...nothing, rejects: [toReject(name, reason)] };
  }
  return await readEach(
    mails.map((mail, at) => ({ name: `${name}/${at + 1}`, sort: 'mail', bytes: mail.bytes, depth, signal })),
  );
}

async function readEach(parts: readonly Part[]): Promise<PlainFile> {
  const read: PlainFile[] = [];
  for (const part of parts) if (part.signal?.aborted !== true) read.push(await readPart(part));
  return join(read);
}

async function readOne(part: Part & { readonly sort: TextSort }): Promise<PlainFile> {
  const text = await attemptFile(part.name, () => readPlainText(part.bytes, part.sort));
  if ('reject' in text) return { ...nothing, rejects: [text.reject] };
  const made = await attemptFile(part.name, () => Promise.resolve(toPlainDocument(text.value, part.name)));
  const itself: PlainFile =
    'reject' in made
      ? { ...nothing, rejects: [made.reject] }
      : { ...nothing, documents: [made.value], notices: made.value.notices };
  return join([itself, await readAttachments(text.value, part)]);
}

async function readAttachments({ attachments = [] }: PlainText, mail: Part): Promise<PlainFile> {
  const parts: Part[] = [];
  const unread: string[] = [];
  for (const { name, bytes } of attachments) {
    const sort = mail.depth < DEEPEST ? tellDocument(sampleBytes(name, bytes)) : undefined;
    const way = `${mail.name}/${name}`;
    if (sort === undefined) unread.push(way);
    else parts.push({ ...mail, name: way, sort, bytes, depth: mail.depth + 1 });
  }
  return join([await readEach(parts), { ...nothing, unread }]);
}

function join(files: readonly PlainFile[]): PlainFile {
  return {
    documents: files.flatMap(({ documents }) => documents),
    rejects: files.flatMap(({ rejects }) => rejects),
    notices: files.flatMap(({ notices }) => notices),
    unread: files.flatMap(({ unread }) => unread),
  };
}

function toReject(file: string, reason: string): Reject {
  return { file, line: 1, column: '', reason, row: '' };
}
