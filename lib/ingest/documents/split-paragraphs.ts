import { EntenteError } from '@/lib/model/entente-error';

import { refuseLine } from '../rows/check-cell';
import { joinLines } from './join-lines';

/** `index` is the paragraph's number in the document, `line` the line of the file on which it begins. */
export interface Paragraph {
  readonly index: number;
  readonly text: string;
  readonly line: number;
}

interface Block {
  readonly text: string;
  readonly line: number;
}

/** In columns: no text that is broken by hand has lines that are as long on average, nor any that is twice as long. */
const LONG_LINE = 100;
/** A Chinese or Japanese character says as much as so many letters. */
const WIDE_COLUMNS = 3;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/gu;
/** Chinese and Japanese paragraphs may begin with spaces of their own, without a blank line. */
const INDENT = '\u3000';
const MARKER = /^\[(\d{1,6})\] /u;

/**
 * Splits a document's body into paragraphs at blank lines, in Unicode form NFC; a line break inside
 * one becomes a space. When the first begins with a number as in `[3] `, all have to, and that is
 * their number.
 * @param lines - the lines of the body
 * @param firstLine - the number of the first
 * @throws `invalid`, naming the line, when only some are numbered or the numbers do not increase
 */
export function splitParagraphs(lines: readonly string[], firstLine: number): readonly Paragraph[] {
  return number(toBlocks(lines, firstLine));
}

function number(blocks: readonly Block[]): readonly Paragraph[] {
  if (!MARKER.test(blocks[0]?.text ?? '')) return blocks.map((block, at) => ({ ...block, index: at + 1 }));
  const paragraphs = blocks.map(takeNumber);
  for (const [at, { index, line }] of paragraphs.entries()) {
    const before = paragraphs[at - 1]?.index ?? 0;
    if (index <= before) {
      refuseLine(line, `paragraph [${index}] comes after [${before}]; the numbers have to rise, from 1 on`);
    }
  }
  return paragraphs;
}

/**
 * The same for a text that nobody wrote for this: numbers that do not rise are no numbers of paragraphs. A text of long lines has its
 * paragraphs on a line each, and lines that begin with a wide space begin one. `begins` tells other lines that do, by their text and their place in the list.
 */
export function splitPlainText(
  lines: readonly string[],
  firstLine: number,
  begins: (line: string, at: number) => boolean = () => false,
): readonly Paragraph[] {
  const isLineEach = hasLineEach(lines);
  const blocks = toBlocks(
    lines,
    firstLine,
    (line, at) => isLineEach || line.startsWith(INDENT) || begins(line, at),
  );
  try {
    return number(blocks);
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    return blocks.map((block, at) => ({ ...block, index: at + 1 }));
  }
}

function hasLineEach(lines: readonly string[]): boolean {
  const widths = lines.filter((line) => line.trim() !== '').map(widthOf);
  const hasNoBlanks = widths.length >= lines.length - 1;
  const average = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
  return average > LONG_LINE || (hasNoBlanks && widths.some((width) => width > 2 * LONG_LINE));
}

function widthOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0) * (WIDE_COLUMNS - 1);
}

/** Blocks that blank lines part, and lines that begin one themselves. */
function toBlocks(
  lines: readonly string[],
  firstLine: number,
  begins: (line: string, at: number) => boolean = () => false,
): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  function end(at: number): void {
    if (open.length === 0) return;
    const text = joinLines(open).normalize('NFC');
    blocks.push({ text, line: firstLine + at - open.length });
    open = [];
  }
  for (const [at, line] of [...lines, ''].entries()) {
    const text = line.trim();
    if (text === '' || begins(line, at)) end(at);
    if (text !== '') open.push(text);
  }
  return blocks;
}

function takeNumber({ text, line }: Block): Paragraph {
  const marker = MARKER.exec(text);
  if (marker === null) {
    return refuseLine(
      line,
      "the first paragraph begins with its number and this one does not; number all, as in '[4] …', or none",
    );
  }
  return { index: Number(marker[1]), text: text.slice(marker[0].length).trim(), line };
}
