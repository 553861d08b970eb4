import { EntenteError } from '@/lib/model/entente-error';

import { refuseLine } from './check-cell';

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

/** In characters: no line of a text that is broken by hand is as long. */
const LONG_LINE = 200;
const MARKER = /^\[(\d{1,6})\] /u;

/**
 * In: the lines of a document's body and the number of the first. Out: its paragraphs, which blank lines part, in Unicode form NFC;
 * a line break inside one is a space. When the first begins with a number as in `[3] `, all do, and that is their number.
 *
 * Throws `invalid`, naming the line, when only some are numbered or the numbers do not rise.
 */
export function splitParagraphs(lines: readonly string[], firstLine: number): readonly Paragraph[] {
  const blocks = toBlocks(lines, firstLine);
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
 * The same for a text that nobody wrote for this: numbers that do not rise are no numbers of paragraphs. A text of long lines without
 * any blank one has its paragraphs on a line each.
 */
export function splitPlainText(lines: readonly string[], firstLine: number): readonly Paragraph[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const isLineEach = filled.length >= lines.length - 1 && filled.some((line) => line.length > LONG_LINE);
  try {
    return splitParagraphs(isLineEach ? lines.flatMap((line) => [line, '']) : lines, firstLine).map(
      (paragraph) => (isLineEach ? { ...paragraph, line: halve(paragraph.line, firstLine) } : paragraph),
    );
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
    return toBlocks(lines, firstLine).map((block, at) => ({ ...block, index: at + 1 }));
  }
}

/** Undoes the blank line put after each. */
function halve(line: number, firstLine: number): number {
  return firstLine + (line - firstLine) / 2;
}

function toBlocks(lines: readonly string[], firstLine: number): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  for (const [at, line] of [...lines, ''].entries()) {
    const text = line.trim();
    if (text !== '') open.push(text);
    else if (open.length > 0) {
      blocks.push({ text: open.join(' ').normalize('NFC'), line: firstLine + at - open.length });
      open = [];
    }
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
