import { isCostly } from './markdown-cost';

/**
 * A run of lines of a Markdown document that can be read by itself. `plain` has no mark-up, `code` is the inside of a fence, `html` a
 * block of HTML; `marked` needs a parser; `costly` would need it for too long and is taken as it is written.
 */
export interface MarkdownPart {
  readonly sort: 'plain' | 'code' | 'html' | 'marked' | 'costly';
  /** The place of its first line in the document, from 0. */
  readonly start: number;
  readonly lines: readonly string[];
}

/** A part found at a line, and the place of the line behind it. */
interface Found {
  readonly part: MarkdownPart;
  readonly end: number;
}

const FENCE = /^( {0,3})(`{3,}(?!.*`)|~{3,})/u;
const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/u;
const BULLET_AT_START = /^[-*+]\s+\S/u;
const NUMBER_AT_START = /^\d{1,9}[.)]\s+\S/u;
const PLAIN_ITEM = /^([-*+]|\d{1,9}[.)]) (\S.*)$/u;
const NOTE = /^\[\^[^\]]+\]:/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/u;
const MARKUP = /[*_[\]~<>&\\`|#]|^\s*(?:[-+=:]|\d{1,9}[.)])|^(?: {4}| {0,3}\t)/mu;
/** Blocks of HTML that go on over blank lines: how each begins and what ends it. */
const HTML_BLOCKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
  [/^ {0,3}<![a-z]/iu, />/u],
];

/**
 * Cuts a Markdown document into parts, in order, each of which reads the same alone as in the
 * document; blank lines between parts belong to none. Takes time proportional to the length.
 * @param lines - the lines of the document
 */
export function cutMarkdown(lines: readonly string[]): readonly MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  const findClose = createCloseFinder(lines);
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const { part, end } = findFence(lines, at) ?? findHtml(lines, at, findClose) ?? findRun(lines, at);
    parts.push(part);
    at = end;
  }
  return parts;
}

/** A fence that nothing closes goes on to the end, as in every reader of Markdown. */
function findFence(lines: readonly string[], start: number): Found | undefined {
  const [, indent = '', fence] = FENCE.exec(lines[start] ?? '') ?? [];
  if (fence === undefined) return undefined;
  const closes = new RegExp(`^ {0,3}${fence[0] ?? ''}{${fence.length},}\\s*$`, 'u');
  let end = start + 1;
  while (end < lines.length && !closes.test(lines[end] ?? '')) end += 1;
  const indented = new RegExp(`^ {0,${indent.length}}`, 'u');
  const inside = lines.slice(start + 1, end).map((line) => line.replace(indented, ''));
  return { part: { sort: 'code', start: start + 1, lines: inside }, end: end + 1 };
}

function findHtml(
  lines: readonly string[],
  start: number,
  findClose: ReturnType<typeof createCloseFinder>,
): Found | undefined {
  const block = HTML_BLOCKS.findIndex(([opens]) => opens.test(lines[start] ?? ''));
  if (block === -1) return undefined;
  const close = findClose(block, start);
  if (close !== undefined) {
    return { part: { sort: 'html', start, lines: lines.slice(start, close + 1) }, end: close + 1 };
  }
  // What never ends would swallow the rest of the document.
  return { part: { sort: 'plain', start, lines: [lines[start] ?? ''] }, end: start + 1 };
}

/**
 * Creates a function that finds where a block of HTML that begins at a line ends, if it does. It
 * looks at each line only once for a block that nothing closes.
 */
function createCloseFinder(lines: readonly string[]) {
  const unclosedFrom = new Map<number, number>();
  return (block: number, start: number): number | undefined => {
    const closes = HTML_BLOCKS[block]?.[1];
    if (closes === undefined || start >= (unclosedFrom.get(block) ?? Infinity)) return undefined;
    for (let at = start; at < lines.length; at += 1) if (closes.test(lines[at] ?? '')) return at;
    unclosedFrom.set(block, start);
    return undefined;
  };
}

function findRun(lines: readonly string[], start: number): Found {
  const end = findRunEnd(lines, start);
  const run = lines.slice(start, end);
  const item = run.length === 1 ? wordsOfItem(run[0] ?? '') : undefined;
  if (item !== undefined) return { part: { sort: 'plain', start, lines: [item] }, end };
  return { part: { sort: sortOf(run), start, lines: run }, end };
}

/** An item or a footnote goes on behind a blank line where the next line is indented. */
function findRunEnd(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  const isHolder = ITEM.test(first) || NOTE.test(first);
  let end = start + 1;
  while (end < lines.length && !isBoundary(lines, end, first)) {
    const next = findText(lines, end);
    if (next > end && !(isHolder && /^\s/u.test(lines[next] ?? ''))) return end;
    end = Math.max(next, end + 1);
  }
  return end;
}

/**
 * Returns the words of a list item, with its number if it has one, where nothing in it is marked
 * up.
 */
function wordsOfItem(line: string): string | undefined {
  const [, sign, words = ''] = PLAIN_ITEM.exec(line) ?? [];
  if (sign === undefined || MARKUP.test(words)) return undefined;
  return sign.length > 1 ? line : words;
}

/** Whether a line begins a block of its own whatever the lines from the first of the run to it are. */
function isBoundary(lines: readonly string[], at: number, first: string): boolean {
  const line = lines[at] ?? '';
  // A block of HTML goes on to the next blank line.
  if (first.trimStart().startsWith('<')) return false;
  if (BULLET_AT_START.test(line) || /^(?:`{3}|~{3})/u.test(line)) return true;
  if (NUMBER_AT_START.test(line)) return NUMBER_AT_START.test(first);
  if (ITEM.test(first)) return false;
  return UNDERLINE.test(lines[at - 1] ?? '') || HTML_BLOCKS.some(([opens]) => opens.test(line));
}

function sortOf(run: readonly string[]): MarkdownPart['sort'] {
  if (!MARKUP.test(run.join('\n'))) return 'plain';
  return isCostly(run) ? 'costly' : 'marked';
}

function findText(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return at;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t]*$/u.test(line);
}
