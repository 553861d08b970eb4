const DENSE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！”’）》」]$/u;
const DENSE_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！“‘（《「]/u;

/** Joins the trimmed lines of a paragraph. Chinese and Japanese have no space between lines. */
export function joinLines(lines: readonly string[]): string {
  const parts = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before === undefined ? [line] : [isDense(before, line) ? '' : ' ', line];
  });
  return parts.join('');
}

function isDense(first: string, second: string): boolean {
  return DENSE_END.test(first.slice(-2)) && DENSE_START.test(second.slice(0, 2));
}
