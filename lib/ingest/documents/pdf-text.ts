import { refuseLine } from '../rows/check-cell';
import { joinLines } from './join-lines';

/** What a PDF says of itself, and its text. */
export interface PdfText {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** Each with the page on which it begins. */
  readonly paragraphs: readonly { readonly text: string; readonly line: number }[];
}

interface PdfItem {
  readonly str: string;
  readonly y: number;
  readonly fontSize: number;
  readonly hasEOL: boolean;
}

interface PdfLine {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

const MOST_PAGES = 5000;
/** A gap between lines that is so much larger than the usual one parts paragraphs. */
const PARTING_GAP = 1.35;
const PARTING_SIZE = 1.15;

/**
 * Reads the text of a PDF by paragraphs, which are told apart by the gaps between lines.
 * @throws `invalid` when it is encrypted, damaged, or has no text
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // Only who loads a PDF waits for what reads it.
  const { getDocumentProxy, getMeta, extractTextItems } = await import('unpdf');
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0 }).catch(
    refusePdf,
  );
  try {
    if (pdf.numPages > MOST_PAGES) refuseLine(1, `the PDF has more than ${MOST_PAGES} pages; divide it`);
    const { items } = await extractTextItems(pdf);
    const lines = items.flatMap((page, index) => toLines(page, index + 1));
    const paragraphs = toParagraphs(lines);
    if (paragraphs.length === 0) {
      refuseLine(1, 'the PDF has pictures of text and no text; recognise its text (OCR) first');
    }
    const { info } = await getMeta(pdf);
    return { title: toText(info['Title']), author: toText(info['Author']), paragraphs };
  } finally {
    await pdf.destroy();
  }
}

function refusePdf(cause: unknown): never {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException';
  return refuseLine(
    1,
    isLocked
      ? 'the PDF is protected by a password; save it without one'
      : 'the PDF is damaged and cannot be read; open it elsewhere and save it anew',
  );
}

function toText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim().normalize('NFC') : '';
  return text === '' ? undefined : text;
}

/** Items come in reading order; a line ends where one says so, or where the next stands elsewhere. */
function toLines(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfItem[] = [];
  function end(): void {
    const text = open
      .map(({ str }) => str)
      .join('')
      .replace(/\s+/gu, ' ')
      .trim();
    const size = Math.max(...open.map(({ fontSize }) => fontSize));
    if (text !== '') lines.push({ text, y: open.find(({ str }) => str.trim() !== '')?.y ?? 0, size, page });
    open = [];
  }
  for (const item of items) {
    const before = open.at(-1);
    if (before && item.str.trim() !== '' && Math.abs(before.y - item.y) > before.fontSize / 2) end();
    open.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function toParagraphs(lines: readonly PdfLine[]): PdfText['paragraphs'] {
  const gap = usualGap(lines);
  const paragraphs: { text: string; line: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const last = paragraphs.at(-1);
    if (!before || !last || parts(before, line, gap)) paragraphs.push({ text: line.text, line: line.page });
    else last.text = rejoin(last.text, line.text);
  }
  return paragraphs.map(({ text, line }) => ({ text: text.normalize('NFC'), line }));
}

/** Whether a new paragraph begins with a line. Over the end of a page it does so after the end of a sentence. */
function parts(before: PdfLine, line: PdfLine, gap: number): boolean {
  if (before.page !== line.page) return /[.!?。！？:;"”’)\]]$/u.test(before.text);
  const drop = before.y - line.y;
  const isOtherSize = line.size > before.size * PARTING_SIZE || before.size > line.size * PARTING_SIZE;
  return isOtherSize || drop < 0 || drop > gap * PARTING_GAP;
}

/** The gap that most lines have to the one before: the median of those that go down the page. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .flatMap((line, at) => {
      const before = lines[at - 1];
      return before?.page === line.page && before.y > line.y ? [before.y - line.y] : [];
    })
    .sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? Infinity;
}

/** A word that a line break divides is one word again. */
function rejoin(first: string, second: string): string {
  if (/\p{L}[-\u00ad\u2010]$/u.test(first) && /^\p{Ll}/u.test(second)) return first.slice(0, -1) + second;
  return joinLines([first, second]);
}
