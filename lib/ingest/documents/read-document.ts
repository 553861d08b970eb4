import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';

import { Document } from '@/lib/model/document';
import { EntenteError } from '@/lib/model/entente-error';
import { DocumentId, PassageId } from '@/lib/model/ids';
import { parseWhen } from '@/lib/model/parse-when';
import type { Passage } from '@/lib/model/passage';

import { checkCell, refuseCell, refuseLine } from '../rows/check-cell';
import { decodeFile } from '../bytes/decode-text';
import { splitParagraphs, type Paragraph } from './split-paragraphs';

/** A document with its passages, and the line of the file on which each begins. */
export interface ReadDocument {
  readonly file: string;
  readonly document: Document;
  readonly passages: readonly { readonly passage: Passage; readonly line: number }[];
}

const LARGEST_DOCUMENT_BYTES = 64 * 1024 * 1024;
const FENCE = '---';

const text = z
  .string('it has to be text')
  .transform((value) => toText(value))
  .optional();

const FrontMatter = z.object({
  id: text,
  title: text,
  author: text,
  publisher: text,
  published: text,
  url: text,
  language: text,
  rights: text,
  note: text,
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** Reads a document of a dataset: UTF-8, YAML front matter and paragraphs. Throws `invalid`, with the line in the message where there is one, when it cannot be used. */
export async function readDocument(file: string): Promise<ReadDocument> {
  const { front, lines, firstLine } = splitFrontMatter(decodeFile(await readWhole(file)));
  const document = toDocument(front, toStem(file));
  const lastLine = firstLine + lines.length - 1;
  return { file, document, passages: toPassages(document, splitParagraphs(lines, firstLine), lastLine) };
}

/** Throws `invalid` for a file that is too large to be one document. */
export async function readWhole(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > LARGEST_DOCUMENT_BYTES) {
    refuseLine(1, `the document is larger than ${LARGEST_DOCUMENT_BYTES} bytes; split it`);
  }
  return await readFile(file);
}

/** What a document says of itself, its other lines, and the number of the first of them. */
export interface DocumentText {
  readonly front: FrontMatter;
  readonly lines: readonly string[];
  readonly firstLine: number;
}

/**
 * Splits a document's text into its front matter and its lines.
 * @throws `invalid` when the front matter is unusable
 */
export function splitFrontMatter(text: string): DocumentText {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  const end =
    lines[0]?.trimEnd() === FENCE
      ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === FENCE)
      : 0;
  if (end === -1) refuseLine(1, "the front matter has no end; close it with a line '---'");
  const front = readFrontMatter(lines.slice(1, Math.max(end, 1)).join('\n'));
  const start = end === 0 ? 0 : end + 1;
  return { front, lines: lines.slice(start), firstLine: start + 1 };
}

/** Throws `invalid` when there is none. */
export function toPassages(
  document: Document,
  paragraphs: readonly Paragraph[],
  lastLine = 1,
): ReadDocument['passages'] {
  if (paragraphs.length === 0) refuseLine(lastLine, 'the document has no paragraph; it needs at least one');
  return paragraphs.map(({ index, text, line }) => ({
    passage: {
      id: checkCell('id', PassageId, `${document.id}.${index}`),
      document: document.id,
      index,
      text,
    },
    line,
  }));
}

/** A file's name without its extension, in Unicode form NFC. */
export function toStem(file: string): string {
  return path.basename(file, path.extname(file)).normalize('NFC');
}

function readFrontMatter(yaml: string): FrontMatter {
  const parsed = FrontMatter.safeParse(parseYaml(yaml) ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuseCell(issue?.path.join('.') ?? '', `the front matter cannot be used: ${issue?.message ?? ''}`);
}

function parseYaml(yaml: string): unknown {
  try {
    // The failsafe schema keeps every scalar as written: `2023-08` is a date here and no number.
    return parse(yaml, { schema: 'failsafe', logLevel: 'error' });
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    const line = (cause.linePos?.[0].line ?? 0) + 1;
    return refuseLine(line, `the front matter is not YAML: ${firstLineOf(cause.message)}`);
  }
}

function toText(value: string): string | undefined {
  const trimmed = value.trim().normalize('NFC');
  return trimmed === '' ? undefined : trimmed;
}

/**
 * Builds a document from its front matter.
 * @param front - what the document says of itself
 * @param stem - what to call it where it says nothing
 * @throws `invalid` when the front matter is unusable
 */
export function toDocument(front: FrontMatter, stem: string): Document {
  const { id, title, published, ...rest } = front;
  return Document.parse({
    ...rest,
    id: checkCell('id', DocumentId, id ?? stem),
    title: title ?? stem,
    published: published && toPublished(published),
  });
}

/** The date as written, once it is known to be one. */
function toPublished(cell: string): string {
  try {
    parseWhen(cell, '');
    return cell;
  } catch (cause) {
    if (!(cause instanceof EntenteError)) throw cause;
    return refuseCell('published', cause.message);
  }
}

function firstLineOf(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:$/u, '');
}
