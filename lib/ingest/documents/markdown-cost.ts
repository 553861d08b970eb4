/** What a parser of Markdown reads in well under a second. Beyond it, its time grows with the square of the length. */
const limits = {
  /** In units of UTF-16, of a run of lines. */
  length: 128 * 1024,
  /** Characters that may mark something, within one paragraph, item or row. */
  marks: 2000,
  /** Items and quotations that begin on one line, one in another. */
  depth: 50,
  /** Columns by which a line may be indented, which is how deep lists are nested. */
  indent: 200,
  /** Lines that may underline a heading. */
  underlines: 200,
};

const MARKS = /[*_[\]~`<]/gu;
const HOLDERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*/u;
const HOLDER = />|[-*+]|\d{1,9}[.)]/gu;
const UNDERLINE = /^[\s>]*(?:=+|-+)\s*$/u;
const BULLET = /^[\s>]*[-*+]\s/u;
const DELIMITERS = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/u;

/**
 * Tells whether a parser would take too long to read a run of lines of Markdown. Takes time
 * proportional to the length.
 */
export function isCostly(run: readonly string[]): boolean {
  const length = run.reduce((sum, line) => sum + line.length + 1, 0);
  if (length > limits.length || run.some(isDeep)) return true;
  if (run.filter((line) => UNDERLINE.test(line)).length > limits.underlines) return true;
  return countMarks(run) > limits.marks;
}

function isDeep(line: string): boolean {
  const indent = line.length - line.trimStart().length;
  const holders = HOLDERS.exec(line)?.[0] ?? '';
  return indent > limits.indent || (holders.match(HOLDER)?.length ?? 0) > limits.depth;
}

/** Counts the most marks that one paragraph, item or table row may hold. */
function countMarks(run: readonly string[]): number {
  let most = 0;
  let marks = 0;
  let isTable = false;
  for (const [at, line] of run.entries()) {
    isTable ||= isTableHead(run[at - 1], line);
    if (isTable || BULLET.test(line)) marks = 0;
    marks += line.match(MARKS)?.length ?? 0;
    most = Math.max(most, marks);
  }
  return most;
}

function isTableHead(head: string | undefined, line: string): boolean {
  return head !== undefined && line.includes('|') && DELIMITERS.test(line) && widthOf(head) === widthOf(line);
}

/** Counts the cells in a table row. */
function widthOf(row: string): number {
  return row.replace(/\\\|/gu, '').trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|').length;
}
