/** Entities that are taken for others: the id of each with that of the other. */
export type MergePairs = ReadonlyMap<string, string>;

/** Writes merges as a load stores them, the same for the same pairs; ids have no blanks. */
export function toMergesText(merges: MergePairs): string {
  return [...merges]
    .map((pair) => pair.join(' '))
    .sort()
    .join(' ');
}

/** Parses the merges that a load has stored. */
export function parseMerges(text: string): MergePairs {
  const ids = text === '' ? [] : text.split(' ');
  const pairs = new Map<string, string>();
  for (let at = 1; at < ids.length; at += 2) pairs.set(ids[at - 1] ?? '', ids[at] ?? '');
  return pairs;
}
