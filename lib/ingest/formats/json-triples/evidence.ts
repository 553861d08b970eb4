import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { EntenteError } from '@/lib/model/entente-error';
import { DocumentId } from '@/lib/model/ids';
import { parseWhen } from '@/lib/model/parse-when';
import type { Span } from '@/lib/model/span';

import { refuseCell } from '../../rows/check-cell';
import { checkText } from '../../rows/check-text';
import { fitSpan, type OffsetUnit } from '../../spans/fit-span';
import {
  firstFieldOf,
  isRecord,
  toShown,
  toText,
  toWholeNumber,
  type JsonRecord,
} from '../../json/json-value';
import { toPassageText } from '../../documents/passage-pieces';
import type { SpanTally } from '../../spans/span-tally';

/** What JSON gives as the evidence of a triple. */
export interface JsonEvidence {
  readonly document: Document;
  readonly text: string;
  readonly span: Span | undefined;
}

export const EVIDENCE = [
  'evidence',
  'passage',
  'sentence',
  'text',
  'quote',
  'snippet',
  'provenance',
  'sentText',
  'source_text',
  'evidence_text',
] as const;
export const SOURCES = {
  title: [
    'document',
    'doc',
    'title',
    'document_title',
    'source',
    'article',
    'source_title',
    'headline',
    'citation',
    'reference',
    'filename',
    'file_name',
    'source_file',
  ],
  url: ['url', 'source_url', 'uri', 'link', 'article_url', 'source_link', 'href'],
  author: ['author'],
  publisher: ['publisher', 'publication', 'outlet', 'newspaper', 'journal'],
  published: ['published', 'document_date', 'date', 'publication_date', 'published_at', 'pub_date'],
  language: ['language', 'lang'],
} as const;

const UNITS: ReadonlyMap<string, OffsetUnit> = new Map([
  ...['codepoint', 'codepoints', 'char', 'chars', 'character', 'characters'].map(
    (name) => [name, 'codepoint'] as const,
  ),
  ...['utf16', 'utf-16', 'utf16unit', 'unit', 'units'].map((name) => [name, 'utf16'] as const),
  ...['byte', 'bytes', 'utf8', 'utf-8'].map((name) => [name, 'byte'] as const),
]);

/**
 * Reads a piece of evidence and fits its span.
 * @param value - a text, or an object with a text, optionally the span of the quote in it, and its
 *   source
 * @param around - the record that contains it, which may name the source instead
 * @returns undefined when there is no text
 * @throws `invalid` when the span does not fit
 */
export function toEvidence(
  value: unknown,
  around: JsonRecord,
  { dataset, spans }: { dataset: string; spans: SpanTally },
): JsonEvidence | undefined {
  const inner = isRecord(value) ? value : {};
  const raw = typeof value === 'string' ? value : toRaw(firstFieldOf(inner, EVIDENCE));
  if (raw.trim() === '') return undefined;
  const text = toPassageText(checkText('evidence', raw));
  return { document: toDocument(inner, around, dataset), text, span: toSpan(raw, inner, spans) };
}

function toRaw(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toSpan(text: string, inner: JsonRecord, spans: SpanTally): Span | undefined {
  const start = toWholeNumber(firstFieldOf(inner, ['start', 'start_offset', 'begin', 'from']));
  const end = toWholeNumber(firstFieldOf(inner, ['end', 'end_offset', 'stop', 'to']));
  const quote =
    text === firstFieldOf(inner, ['quote']) ? undefined : toText(firstFieldOf(inner, ['quote', 'surface']));
  if (start === undefined && end === undefined && quote === undefined) return undefined;
  const fitted = spans.count(fitSpan(text, { start, end, quote, unit: toUnit(inner) }));
  return 'span' in fitted ? fitted.span : refuseCell('evidence', fitted.problem);
}

function toUnit(inner: JsonRecord): OffsetUnit | undefined {
  const given = firstFieldOf(inner, ['unit', 'units', 'encoding']);
  if (given === undefined) return undefined;
  const unit = UNITS.get(toText(given)?.toLowerCase() ?? '');
  return unit ?? refuseCell('evidence', `the unit ${toShown(given)} is not codepoint, utf16 or byte`);
}

function toDocument(inner: JsonRecord, around: JsonRecord, dataset: string): Document {
  const find = (field: keyof typeof SOURCES): string | undefined =>
    toText(firstFieldOf(inner, SOURCES[field])) ?? findAround(around, field);
  const url = find('url');
  const title = find('title') ?? url;
  const id = url === undefined ? [dataset, title ?? dataset] : ['url', url];
  const rest = { author: find('author'), publisher: find('publisher'), language: find('language'), url };
  const fields = Object.entries(rest).flatMap(([field, text]) =>
    text === undefined ? [] : [[field, checkText(field, text)] as const],
  );
  return {
    ...Object.fromEntries(fields),
    ...toPublished(find('published')),
    id: DocumentId.parse(deriveId('d', id)),
    title: checkText('document', title ?? dataset).normalize('NFC'),
  };
}

const ADDRESS = /^https?:\/\/\S+$/iu;

/**
 * @param read - the members that are fields of the triple, and therefore no source
 * @returns the document that a triple names without any words of it; undefined where it names none.
 */
export function toNamedDocument(
  value: JsonRecord,
  { dataset, read }: { dataset: string; read: ReadonlySet<string> },
): Document | undefined {
  const free = Object.fromEntries(Object.entries(value).filter(([name]) => !read.has(name)));
  const source = toText(firstFieldOf(free, ['source', 'sources', 'reference', 'citation']));
  const around =
    source !== undefined && ADDRESS.test(source)
      ? { ...free, url: source }
      : { ...free, ...(source !== undefined && { title: source }) };
  const isNamed = (['url', 'title', 'publisher'] as const).some(
    (field) => findAround(around, field) !== undefined,
  );
  if (!isNamed) return undefined;
  const publisher = findAround(around, 'publisher');
  const title =
    findAround(around, 'title') ?? (findAround(around, 'url') === undefined ? publisher : undefined);
  return toDocument({}, { ...around, ...(title !== undefined && { document: title }) }, dataset);
}

/** A date and a source of the triple itself are not those of its document. */
const OF_THE_TRIPLE: readonly string[] = ['date', 'source', 'uri'];

function findAround(around: JsonRecord, field: keyof typeof SOURCES): string | undefined {
  return toText(
    firstFieldOf(
      around,
      SOURCES[field].filter((name) => !OF_THE_TRIPLE.includes(name)),
    ),
  );
}

function toPublished(published: string | undefined): Pick<Document, 'published' | 'note'> {
  if (published === undefined) return {};
  try {
    parseWhen(published, '');
    return { published };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return { note: `published ${checkText('published', published)}` };
  }
}
