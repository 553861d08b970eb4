import { fieldOf, toList, toText } from '../../json/json-value';
import { readMembers } from '../../json/read-members';

/**
 * Reads which chunks entities, or pairs of them, were read in. These lists are whole; those in the graph are cut off at some hundred.
 *
 * @param file - the file, where there is one
 * @returns the ids of chunks by name, or by the names of a pair with `<SEP>` between
 */
export async function readChunkLinks(
  file: string | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = new Map<string, readonly string[]>();
  if (file === undefined) return links;
  for await (const { members } of readMembers(file)) {
    for (const { key, value } of members) {
      const ids = toList(fieldOf(value, 'chunk_ids')).flatMap((id) => toText(id) ?? []);
      if (ids.length > 0) links.set(key, ids);
    }
  }
  return links;
}
