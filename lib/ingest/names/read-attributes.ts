import type { Tally } from '../rows/tally';

/** What a file says of a node or an edge: values by the names that it gives them, several where it lists several. */
export type Attributes = ReadonlyMap<string, readonly string[]>;

/** Our fields, and what files call them, in lower-case letters and digits alone; the first name that is there is read. */
export type Fields = readonly (readonly [string, readonly string[]])[];

/**
 * Reads the values of each field from the attribute that takes precedence; attributes that belong
 * to no field are counted in `unread`.
 */
export function readAttributes(
  attributes: Attributes,
  fields: Fields,
  unread: Tally,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (attributes.size === 0) return found;
  const byKey = new Map([...attributes].map(([name, values]) => [toKey(name), { name, values }] as const));
  for (const [field, names] of fields) {
    const key = names.find((each) => byKey.has(each));
    if (key === undefined) continue;
    found.set(field, byKey.get(key)?.values ?? []);
    byKey.delete(key);
  }
  for (const { name } of byKey.values()) unread.add(name);
  return found;
}

function toKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a value says anything. */
export function isFull(text: string): boolean {
  return text.trim() !== '';
}
