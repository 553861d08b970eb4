/** How LightRAG and nano-graphrag write texts and lists into one field. */

/** Between the parts of a field. */
const SEPARATOR = '<SEP>';
/** What stands for a chunk where there was none. */
const NO_CHUNK = new Set(['manual_creation', 'unknown', '']);
const QUOTED = /^"(?<inside>[^"]+)"$/u;

/** Returns the parts of a field, without blanks around them. */
export function toParts(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(SEPARATOR)
    .map((part) => unquote(part))
    .filter((part) => part !== '');
}

/** Folders of 2024 have quotation marks around names, classes and descriptions. */
export function unquote(text: string): string {
  const plain = text.trim();
  return QUOTED.exec(plain)?.groups?.['inside']?.trim() ?? plain;
}

/** The name of a pair, whichever comes first. */
export function toPairKey(a: string, b: string): string {
  return [a, b].sort().join(SEPARATOR);
}

/** Returns what the model wrote of a relation, with the keywords that it gave it. */
export function addKeywords(words: string | undefined, keywords: string): string | undefined {
  const listed = keywords.replace(/\s*,\s*/gu, ', ').trim();
  if (listed === '') return words;
  return words === undefined ? `Keywords: ${listed}` : `${words} (keywords: ${listed})`;
}

/** Whether what stands for a chunk is one: what was entered by hand has none. */
export function isChunk(id: string): boolean {
  return !NO_CHUNK.has(id.toLowerCase());
}
