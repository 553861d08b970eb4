import { splitPlainText, type Paragraph } from './split-paragraphs';

const HEADING = /^#{1,6}\s+(?=\S)/u;
const FENCE = /^(?:```|~~~)/u;
/** Lines that show nothing: rules, underlines of headings, the line below a table's head, and where links lead. */
const RULE = /^(?:[-*_=]\s*){3,}$|^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$|^\[[^\]]+\]:\s+\S+/u;
const COMMENT = { begin: '<!--', end: '-->' };
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/giu;
const STARTS = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)/u;

/** What marks words in a line, and what is left of it: links and pictures by their words, emphasis, code. */
const INLINE: readonly (readonly [RegExp, string])[] = [
  [/!?\[((?:[^[\]\\]|\\.)*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^\]]*\])/gu, '$1'],
  [/<((?:https?|mailto):[^<>\s]+)>/gu, '$1'],
  [/(?<![\p{L}\p{N}*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1/gu, '$2'],
  [/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2'],
  [/(`+)([^`]+)\1/gu, '$2'],
  [/\\([\\`*_{}[\]()#+.!|>~-])/gu, '$1'],
];

/** In: the lines of a Markdown text and the number of the first. Out: its first heading, and its paragraphs, headings and list items as one reads them. */
export function readMarkdown(
  lines: readonly string[],
  firstLine: number,
): { readonly title: string | undefined; readonly paragraphs: readonly Paragraph[] } {
  const shown = withoutComments(lines.join('\n')).split('\n');
  const heading = findHeading(shown);
  const readable = toReadable(shown);
  const paragraphs = splitPlainText(
    readable.map(({ text }) => text),
    firstLine,
    (_, at) => readable[at]?.begins ?? false,
  );
  return { title: heading === undefined ? undefined : toWords(heading), paragraphs };
}

/** A line as one reads it, and whether a paragraph begins with it. */
interface ReadableLine {
  readonly text: string;
  readonly begins: boolean;
}

function toReadable(lines: readonly string[]): readonly ReadableLine[] {
  let isCode = false;
  let isBehindHeading = false;
  return lines.map((line): ReadableLine => {
    const begins = isBehindHeading || (!isCode && STARTS.test(line));
    isBehindHeading = !isCode && HEADING.test(line.trim());
    if (FENCE.test(line.trim())) {
      isCode = !isCode;
      return { text: '', begins: false };
    }
    return { text: isCode ? line : toWords(line), begins };
  });
}

/** In: a line. Out: its words, without what marks them. */
function toWords(line: string): string {
  const content = line.replace(/^\s*(?:>\s?)+/u, '').trim();
  if (RULE.test(content)) return '';
  const heading = headingOf(content) ?? content;
  const item = heading.replace(/^(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\|\s*)/u, '').replace(/\s*\|\s*/gu, ' ');
  return INLINE.reduce((text, [mark, left]) => text.replace(mark, left), item.replace(TAG, '')).trim();
}

/** Out: the text without its comments, whose line breaks stay. By hand, since a pattern would look for the end of each anew. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const begin = text.indexOf(COMMENT.begin, at);
    const end = begin === -1 ? -1 : text.indexOf(COMMENT.end, begin + COMMENT.begin.length);
    if (end === -1) return kept.join('') + text.slice(at);
    kept.push(text.slice(at, begin), text.slice(begin, end).replace(/[^\n]+/gu, ''));
    at = end + COMMENT.end.length;
  }
}

/** In: a line. Out: the words of the heading that it is, without the `#` that may close it. */
function headingOf(line: string): string | undefined {
  const mark = HEADING.exec(line)?.[0];
  if (mark === undefined) return undefined;
  const words = line.slice(mark.length).trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const isClosed = end < words.length && (end === 0 || /\s/u.test(words[end - 1] ?? ''));
  return (isClosed ? words.slice(0, end) : words).trim() || undefined;
}

/** In: lines. Out: the words of the first heading. */
export function findHeading(lines: readonly string[]): string | undefined {
  return lines.map((line) => headingOf(line.trim())).find((each) => each !== undefined);
}
