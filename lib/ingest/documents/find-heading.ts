const HEADING = /^#{1,6}\s+(?=\S)/u;

/** Finds the first Markdown heading, and returns its words without the marks around them. */
export function findHeading(lines: readonly string[]): string | undefined {
  return lines.map((line) => headingOf(line.trim())).find((each) => each !== undefined);
}

/** Returns the words of a line that is a heading, without the `#` that may close it. */
function headingOf(line: string): string | undefined {
  const mark = HEADING.exec(line)?.[0];
  if (mark === undefined) return undefined;
  const words = line.slice(mark.length).trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const isClosed = end < words.length && (end === 0 || /\s/u.test(words[end - 1] ?? ''));
  return (isClosed ? words.slice(0, end) : words).trim() || undefined;
}
