const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A hash of 32 bits (FNV-1a over UTF-16 units, with a last mixing): the same text gives the same number. */
export function hashText(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
