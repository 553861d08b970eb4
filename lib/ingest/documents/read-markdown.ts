import { cutMarkdown, type MarkdownPart } from './cut-markdown';
import { readHtmlWords } from './html-words';
import { createMarkdownText, type MarkdownText } from './markdown-text';
import { isAddress, renderMarkdown } from './render-markdown';
import { splitPlainText, type Paragraph } from './split-paragraphs';

/** What is read of a Markdown document. */
export interface MarkdownDocument {
  /** The words of its first heading. */
  readonly title: string | undefined;
  /** Its paragraphs, headings, items and rows of tables as one reads them; its footnotes come last. */
  readonly paragraphs: readonly Paragraph[];
  /** The lines on which parts begin that are taken as written, since a parser would take too long. */
  readonly unparsed: readonly number[];
}

const DEFINED =
  /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.)+)\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/u;
const LABEL = /\[((?:[^[\]\\]|\\.)+)\]/gu;

/**
 * Reads the words of a Markdown text, without mark-up; none is lost.
 * @param lines - the lines of the text
 * @param firstLine - the number of the first
 */
export function readMarkdown(lines: readonly string[], firstLine: number): MarkdownDocument {
  const body = createMarkdownText(lines.length);
  const notes = createMarkdownText(lines.length);
  const defined = findDefined(lines);
  const parts = cutMarkdown(lines);
  for (const part of parts) {
    if (part.sort === 'marked') renderMarkdown({ ...part, labels: findLabels(part, defined) }, body, notes);
    else copy(part, body);
  }
  const paragraphs = toParagraphs(body, firstLine);
  const last = paragraphs.at(-1)?.index ?? 0;
  const footnotes = toParagraphs(notes, firstLine).map((note, at) => ({ ...note, index: last + at + 1 }));
  return {
    title: body.title,
    paragraphs: [...paragraphs, ...footnotes],
    unparsed: parts.filter(({ sort }) => sort === 'costly').map(({ start }) => firstLine + start),
  };
}

function copy({ sort, start, lines }: MarkdownPart, body: MarkdownText): void {
  const read = sort === 'html' ? readHtmlWords(lines.join('\n')).split('\n') : lines;
  body.begin(start);
  for (const [at, line] of read.entries()) body.add(start + at, line);
}

function toParagraphs(text: MarkdownText, firstLine: number): readonly Paragraph[] {
  return splitPlainText(text.lines, firstLine, (_, at) => text.begins(at));
}

/**
 * Finds the labels that are defined anywhere in a document, so that a part of it reads like the
 * whole.
 */
function findDefined(lines: readonly string[]): ReadonlySet<string> {
  const found = lines.map((line) => DEFINED.exec(line));
  return new Set(found.map((each) => (isAddress(each?.[2] ?? '') ? toLabel(each?.[1] ?? '') : '')));
}

function findLabels({ lines }: MarkdownPart, defined: ReadonlySet<string>): readonly string[] {
  if (defined.size === 0) return [];
  const used = [...lines.join('\n').matchAll(LABEL)].map(([, label = '']) => toLabel(label));
  return [...new Set(used)].filter((label) => label !== '' && defined.has(label));
}

function toLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').trim().toLowerCase();
}
