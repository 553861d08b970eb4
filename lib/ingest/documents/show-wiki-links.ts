/** `[[note]]`, `[[note|words]]`, `[[note#part]]` and `![[note]]`, as Obsidian and wikis write links. What has no letter is none: `[[1]]`. */
const LINK = /!?\[\[(?=[^\]]*\p{L})(?!\s)(?<target>[^[\]|\n]+?)(?:\\?\|(?<words>[^[\]\n]+?))?(?<!\s)\]\]/gu;

/**
 * Puts what a reader sees in place of links between notes.
 *
 * @param text - of a Markdown document, without code
 */
export function showWikiLinks(text: string): string {
  if (!text.includes('[[')) return text;
  return text.replace(LINK, (_, target: string, words: string | undefined) => words ?? toShown(target));
}

function toShown(target: string): string {
  return target
    .split('#')
    .filter((part) => part !== '')
    .map((part) => part.replace(/^\^/u, ''))
    .join(' > ');
}
