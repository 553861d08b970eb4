import { EntenteError } from '@/lib/model/entente-error';
import { DocumentId } from '@/lib/model/ids';
import { parseWhen } from '@/lib/model/parse-when';
import { deriveId } from '@/lib/model/derive-id';

import { encodingOf, UTF_8, type Encoding } from '../bytes/detect-encoding';
import { findHeading } from './find-heading';
import { readHtml } from './html-text';
import { noteEncoding } from '../bytes/note-encoding';
import { readDocx } from './docx-text';
import { readEpub } from './epub-text';
import { readMail, type MailAttachment } from './mail-text';
import { noteUnparsed } from './note-unparsed';
import { readPdf } from './pdf-text';
import {
  splitFrontMatter,
  toDocument,
  toPassages,
  toStem,
  type FrontMatter,
  type ReadDocument,
} from './read-document';
import { splitPlainText, type Paragraph } from './split-paragraphs';

/** What one document is written in. */
export type TextSort = 'pdf' | 'docx' | 'epub' | 'mail' | 'html' | 'markdown' | 'text';
export type DocumentSort = TextSort | 'mailbox';

/** A document, and what to tell about how it was read. */
export interface PlainDocument extends ReadDocument {
  readonly notices: readonly string[];
}

/** The text of a document, before it is one. */
export interface PlainText {
  readonly front: FrontMatter;
  readonly title: string | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly encoding?: Encoding;
  /** The lines on which parts begin that were taken as written. */
  readonly unparsed?: readonly number[];
  /** What to tell, without the document's name. */
  readonly notices?: readonly string[];
  readonly attachments?: readonly MailAttachment[];
}

const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/iu;
const LONGEST_TITLE = 200;

const readers: Readonly<Record<TextSort, (bytes: Buffer) => PlainText | Promise<PlainText>>> = {
  docx: async (bytes) => {
    const { title, paragraphs, unread, ...said } = await readDocx(bytes);
    const notices = unread.map((what) => `${what} are not read`);
    return { front: toFront(said), title, paragraphs: number(paragraphs), notices };
  },
  epub: async (bytes) => {
    const { title, paragraphs, notices, ...said } = await readEpub(bytes);
    return { front: toFront(said), title, paragraphs: number(paragraphs), notices };
  },
  mail: async (bytes) => {
    const { title, paragraphs, attachments, ...said } = await readMail(bytes);
    return { front: toFront(said), title, paragraphs, attachments };
  },
  pdf: async (bytes) => {
    const { title, author, paragraphs } = await readPdf(bytes);
    return { front: toFront({ author }), title, paragraphs: number(paragraphs) };
  },
  html: (bytes) => {
    const encoding = findHtmlEncoding(bytes);
    const { title, paragraphs, ...said } = readHtml(decode(bytes, encoding));
    return { front: toFront(said), title, paragraphs: number(paragraphs), encoding };
  },
  markdown: async (bytes) => {
    // Most loads read none, and the parser takes a while to start.
    const { readMarkdown } = await import('./read-markdown');
    const encoding = encodingOf(bytes) ?? UTF_8;
    const { front, lines, firstLine } = splitFrontMatter(decode(bytes, encoding));
    return { front, ...readMarkdown(lines, firstLine), encoding };
  },
  text: (bytes) => {
    const encoding = encodingOf(bytes) ?? UTF_8;
    const { front, lines, firstLine } = splitFrontMatter(decode(bytes, encoding));
    return { front, title: findHeading(lines), paragraphs: splitPlainText(lines, firstLine), encoding };
  },
};

/**
 * Reads the text of a document that nobody wrote for Entente.
 *
 * @throws `invalid`, saying why, when there is none to be read
 */
export async function readPlainText(bytes: Buffer, sort: TextSort): Promise<PlainText> {
  return await readers[sort](bytes);
}

/**
 * Makes a document of a text.
 *
 * @param name - what it is called in its folder, from which comes its id, if it gives none
 * @throws `invalid`, saying why, when it cannot be used
 */
export function toPlainDocument(read: PlainText, name: string): PlainDocument {
  const { front, title, paragraphs, encoding, unparsed } = read;
  const called = { ...front, id: front.id ?? toId(name), title: front.title ?? shorten(title) };
  const document = toDocument(called, toStem(name));
  const notices = [
    ...(encoding === undefined ? [] : noteEncoding(name, encoding)),
    ...noteUnparsed(name, unparsed ?? []),
    ...(read.notices ?? []).map((what) => `${name}: ${what}.`),
  ];
  return { file: name, document, passages: toPassages(document, paragraphs), notices };
}

function number(paragraphs: readonly { text: string; line: number }[]): readonly Paragraph[] {
  return paragraphs.map(({ text, line }, at) => ({ text, line, index: at + 1 }));
}

/** What a page says of itself, as front matter says it. A date in other words than ours is left out. */
function toFront(said: {
  author?: string | undefined;
  publisher?: string | undefined;
  published?: string | undefined;
  language?: string | undefined;
  url?: string | undefined;
  rights?: string | undefined;
  note?: string | undefined;
}): FrontMatter {
  const { author, publisher, published, language, url, rights, note } = said;
  const date = published?.replace(/(?:(?<=\d)T|\s).*$/u, '');
  return {
    id: undefined,
    title: undefined,
    author,
    publisher,
    language,
    url,
    rights,
    note,
    published: date !== undefined && isDate(date) ? date : undefined,
  };
}

function isDate(text: string): boolean {
  try {
    return parseWhen(text, '') !== undefined;
  } catch (error) {
    if (error instanceof EntenteError) return false;
    throw error;
  }
}

/** An id that a person can read where the name allows it. */
function toId(name: string): string {
  const id = toStemWithFolders(name)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._~-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '');
  // A passage's id is this one with a number behind it.
  return DocumentId.safeParse(`${id}.000000`).success ? id : deriveId('d', ['document', name]);
}

function toStemWithFolders(name: string): string {
  return name.replace(/\.[^./\\]*$/u, '');
}

function shorten(title: string | undefined): string | undefined {
  return title === undefined || title === '' ? undefined : title.slice(0, LONGEST_TITLE);
}

/** A page may say its encoding itself; what it says goes before a guess. */
function findHtmlEncoding(bytes: Buffer): Encoding {
  const found = encodingOf(bytes) ?? UTF_8;
  if (found.by !== 'guessed') return found;
  const label = META_CHARSET.exec(bytes.toString('latin1', 0, 4096))?.[1]?.toLowerCase();
  return label !== undefined && isLabel(label) ? { label, name: label, by: 'mark' } : found;
}

function isLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch {
    return false;
  }
}

/** NULs and what does not decode are taken out of a text for reading: they show nothing. */
function decode(bytes: Buffer, { label }: Encoding): string {
  return new TextDecoder(label).decode(bytes).replaceAll('\0', '');
}
