/** The words of a Markdown document, each on the line of the document on which it stands. */
export interface MarkdownText {
  readonly lines: readonly string[];
  /** The words of the first heading. */
  readonly title: string | undefined;
  /** Tells that a paragraph begins on a line. */
  begin(line: number): void;
  add(line: number, words: string): void;
  /** Tells that a heading stands on the lines from one to another, whose words have been added. */
  noteHeading(from: number, to: number): void;
  begins(line: number): boolean;
}

/**
 * Creates the text of a document, still empty.
 * @param count - the number of lines of the document
 */
export function createMarkdownText(count: number): MarkdownText {
  const lines = Array.from({ length: count }, () => '');
  const beginnings = new Set<number>();
  let title: string | undefined;

  return {
    lines,
    get title() {
      return title;
    },
    begin(line) {
      beginnings.add(line);
    },
    add(line, words) {
      lines[line] = (lines[line] ?? '') + words;
    },
    noteHeading(from, to) {
      title ??=
        lines
          .slice(from, to + 1)
          .join(' ')
          .trim() || undefined;
    },
    begins: (line) => beginnings.has(line),
  };
}
