import type { Document } from '@/lib/model/document';
import type { CitedEvidence } from '@/lib/model/relation-detail';

import { printDate } from '@/lib/reading/print-when';

/** Who says it, in the order of a line under a passage: the source, then author, date and paragraph. */
export interface Citation {
  readonly source: string;
  readonly details: readonly string[];
}

/**
 * Cites a paragraph of a document in one line; a document without a publisher is cited by its
 * title.
 * @param document - the document
 * @param index - the paragraph's number in it
 */
export function citePassage(document: Document, index: number): Citation {
  return {
    source: document.publisher ?? document.title,
    details: present([document.author, document.published && printDate(document.published), `¶ ${index}`]),
  };
}

/** Cites a document as a whole in one line. */
function citeDocument({ title, publisher, author, published }: Document): Citation {
  return {
    source: publisher ?? title,
    details: present([publisher && title, author, published && printDate(published)]),
  };
}

/**
 * Cites a piece of evidence in one line: by its passage, else by its document or, for a bare
 * triple, by its place in a file, with the places where earlier loads have it.
 */
export function citeEvidence({
  passage,
  document,
  file,
  line,
  record,
  earlier = [],
}: CitedEvidence): Citation {
  if (document) return passage ? citePassage(document, passage.index) : citeDocument(document);
  const places = [...new Set(earlier.map((each) => placeOf(each).join(', ')))];
  return {
    source: file === undefined ? 'Source not recorded' : `file ${file}`,
    details: present([
      ...placeOf({ line, record }),
      places.length === 0 ? undefined : `in earlier loads ${places.join(', ')}`,
    ]),
  };
}

/**
 * Writes a sentence to be copied and, on the next line, the full reference of the document that
 * says it.
 */
export function documentReference(sentence: string, document: Document): string {
  return `${sentence}\n${toReference(document, undefined)}`;
}

/** Returns what an extractor wrote, as it is taken away with a citation: never to be taken for the source's words. */
export function statementReference(statement: string): string {
  return `The extractor’s words, not a quotation: ${statement}`;
}

/**
 * Writes a passage to be copied: its text in quotation marks and, on the next line, a full
 * reference; a digest is marked as one.
 */
export function passageReference(
  document: Document,
  { index, text }: { index: number; text: string },
): string {
  return `“${text}”\n${toReference(document, `¶ ${index}`)}`;
}

function toReference(document: Document, place: string | undefined): string {
  const { author, title, publisher, published, rights } = document;
  const date = published && printDate(published);
  const reference = present([author, `“${title}”`, publisher, date, place]).join(', ');
  const end = present([originalUrl(document), rights && `(${rights})`]);
  return [`${reference}.`, ...end].join(' ');
}

/**
 * Returns where the document was published if that is a web address; never a `javascript:` one,
 * whatever the data say.
 */
export function originalUrl({ url }: Pick<Document, 'url'>): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Lists "line 1" and "record 12", as far as they are known. */
function placeOf({ line, record }: Pick<CitedEvidence, 'line' | 'record'>): readonly string[] {
  return present([
    line === undefined ? undefined : `line ${line}`,
    record === undefined ? undefined : `record ${record}`,
  ]);
}

function present(parts: readonly (string | undefined)[]): readonly string[] {
  return parts.filter((part) => part !== undefined).filter((part) => part !== '');
}
