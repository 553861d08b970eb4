/**
 * Neo4j decodes `\uXXXX` everywhere, in keywords, names, strings and comments, before it looks for their ends: `\u0027` closes a
 * string there, and `\u002a\u002f` a comment. Grafeo does not. So an escape may not stand for a character that the two would read
 * differently.
 */

const ESCAPE = /\\u+([\da-fA-F]{4})/gu;
const MISREADABLE = /['"`\\/*\p{Cc}\p{Zl}\p{Zp}]/u;

/** Replaces each `\uXXXX` by the character it stands for. */
export function decodeEscapes(text: string): string {
  return text.replaceAll(ESCAPE, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** Finds the first escape that the engines might interpret differently. */
export function findMisreadableEscape(
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  for (const match of text.matchAll(ESCAPE)) {
    const [written, digits = ''] = match;
    const meant = String.fromCharCode(Number.parseInt(digits, 16));
    if (MISREADABLE.test(meant) || written.length > '\\u0000'.length) {
      return { start: match.index, end: match.index + written.length };
    }
  }
  return undefined;
}
