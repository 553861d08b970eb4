import { splitPlainText, type Paragraph } from './split-paragraphs';

const HEADING = /^#{1,6}\s+(.+?)\s*#*$/u;
const FENCE = /^(?:```|~~~)/u;
/** Lines that show nothing: rules, underlines of headings, the line below a table's head, and where links lead. */
const RULE = /^(?:[-*_=]\s*){3,}$|^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$|^\[[^\]]+\]:\s+\S+/u;
const COMMENT = /<!--.*?-->/gsu;
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
  const shown = lines.join('\n').replace(COMMENT, keepLines).split('\n');
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
  const heading = HEADING.exec(content)?.[1] ?? content;
  const item = heading.replace(/^(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\|\s*)/u, '').replace(/\s*\|\s*/gu, ' ');
  return INLINE.reduce((text, [mark, left]) => text.replace(mark, left), item.replace(TAG, '')).trim();
}

function keepLines(text: string): string {
  return text.replace(/[^\n]+/gu, '');
}

/** In: lines. Out: the words of the first heading. */
export function findHeading(lines: readonly string[]): string | undefined {
  return lines.map((line) => HEADING.exec(line.trim())?.[1]).find((each) => each !== undefined);
}
