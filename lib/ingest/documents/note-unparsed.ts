import path from 'node:path';

const MOST_LINES = 5;

/**
 * Says which parts of a Markdown file were taken as written, if any.
 * @param file - the file
 * @param lines - the lines on which those parts begin
 */
export function noteUnparsed(file: string, lines: readonly number[]): readonly string[] {
  if (lines.length === 0) return [];
  const named = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? ' …' : '');
  const where = lines.length === 1 ? `the part that begins on line ${named}` : `parts (lines ${named})`;
  return [
    `${path.basename(file)}: ${where} has more Markdown in one piece than can be read. It is taken as written, with its marks.`,
  ];
}
