/**
 * Remembers ids by 32 bits of each: eight bytes an id at most. It forgets none, and takes one in a thousand for known that is not, so
 * that "no" is sure and "maybe" has to be looked up.
 */
export interface IdSketch {
  readonly add: (id: string) => void;
  readonly mayHave: (id: string) => boolean;
}

/** Of the 32-bit FNV-1a hash (Fowler, Noll, Vo). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const FIRST_SLOTS = 1 << 12;
const FULLEST = 0.5;

/**
 * Creates a sketch of a set of ids.
 * @param max - how many ids it holds; beyond that it answers "maybe" to every id
 */
export function createIdSketch(max: number): IdSketch {
  let slots = new Uint32Array(FIRST_SLOTS);
  let size = 0;

  function grow(): void {
    const before = slots;
    slots = new Uint32Array(before.length * 2);
    for (const key of before) if (key !== 0) slots[findSlot(slots, key)] = key;
  }

  return {
    add: (id) => {
      const key = toKey(id);
      // What it does not remember it must not deny: from here on it says "maybe".
      if (size >= max) return;
      const slot = findSlot(slots, key);
      if (slots[slot] === key) return;
      slots[slot] = key;
      size += 1;
      if (size > slots.length * FULLEST) grow();
    },
    mayHave: (id) => {
      const key = toKey(id);
      return size >= max || slots[findSlot(slots, key)] === key;
    },
  };
}

/** Zero is what a free slot looks like. */
function toKey(id: string): number {
  let key = FNV_OFFSET;
  for (let at = 0; at < id.length; at += 1) key = Math.imul(key ^ id.charCodeAt(at), FNV_PRIME);
  return key >>> 0 || 1;
}

/** Where a key is, or the free slot where it belongs. */
function findSlot(slots: Uint32Array, key: number): number {
  const mask = slots.length - 1;
  let slot = key & mask;
  while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}
