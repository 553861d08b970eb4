const HEADING = /^#{1,6}\s+(?=\S)/u;

/** In: lines. Out: the words of the first that is a heading in Markdown, without the marks around them. */
export function findHeading(lines: readonly string[]): string | undefined {
  return lines.map((line) => headingOf(line.trim())).find((each) => each !== undefined);
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
