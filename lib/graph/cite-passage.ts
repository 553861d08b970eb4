import type { Document } from '@/lib/model/document';
import type { CitedEvidence } from '@/lib/model/relation-detail';

import { printDate } from '@/lib/reading/print-when';

/** Who says it, in the order of a line under a passage: the source, then author, date and paragraph. */
export interface Citation {
  readonly source: string;
  readonly details: readonly string[];
}

/** In: a document and a paragraph's number in it. Out: the line that cites it; a document without publisher is cited by its title. */
export function citePassage(document: Document, index: number): Citation {
  return {
    source: document.publisher ?? document.title,
    details: present([document.author, document.published && printDate(document.published), `¶ ${index}`]),
  };
}

/** In: a piece of evidence. Out: the line that cites its passage or, for a bare triple, its file and line, with the lines where earlier loads have it. */
export function citeEvidence({ passage, document, file, line, earlier = [] }: CitedEvidence): Citation {
  if (passage && document) return citePassage(document, passage.index);
  const lines = [...new Set(earlier.map((each) => each.line))];
  return {
    source: file === undefined ? 'Source not recorded' : `file ${file}`,
    details: present([
      line === undefined ? undefined : `line ${line}`,
      lines.length === 0 ? undefined : `in earlier loads line ${lines.join(', ')}`,
    ]),
  };
}

/** In: a passage to take away. Out: its text in quotation marks and, on the next line, a full reference; a digest says that it is one. */
export function passageReference(
  document: Document,
  { index, text }: { index: number; text: string },
): string {
  const { author, title, publisher, published, rights } = document;
  const reference = present([
    author,
    `“${title}”`,
    publisher,
    published && printDate(published),
    `¶ ${index}`,
  ]).join(', ');
  const end = present([originalUrl(document), rights && `(${rights})`]);
  return `“${text}”\n${[`${reference}.`, ...end].join(' ')}`;
}

/** Out: where the document was published, if that is a web address; never a `javascript:` one, whatever the data say. */
export function originalUrl({ url }: Pick<Document, 'url'>): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function present(parts: readonly (string | undefined)[]): readonly string[] {
  return parts.filter((part) => part !== undefined).filter((part) => part !== '');
}
