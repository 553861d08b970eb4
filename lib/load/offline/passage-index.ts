import { createHash } from 'node:crypto';

import type { Passage } from '@/lib/model/passage';

/** What a passage is to those that came before it: a new one, the same again, or one that is known with another text. */
type PassageNews = 'new' | 'known' | 'changed';

/** Which passages have come, in flat memory: at most 32 bytes for each, whatever the length of its text. */
export interface PassageIndex {
  take(passage: Passage): PassageNews;
  has(id: string): boolean;
}

const FIRST_SLOTS = 1 << 12;
const FULLEST = 0.6;
/** Numbers of 32 bits in a slot: 64 bits of the id's hash, and 64 of the text's. */
const WIDTH = 4;

export function createPassageIndex(): PassageIndex {
  let slots = new Uint32Array(FIRST_SLOTS * WIDTH);
  let size = 0;

  function grow(): void {
    const before = slots;
    slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += WIDTH) {
      const entry = before.subarray(at, at + WIDTH);
      if (!isFree(before, at)) slots.set(entry, findSlot(slots, entry));
    }
  }

  return {
    take: ({ id, text }) => {
      const entry = Uint32Array.of(...hash(id), ...hash(text));
      const at = findSlot(slots, entry);
      if (!isFree(slots, at)) return isSame(slots, at + 2, entry.subarray(2)) ? 'known' : 'changed';
      slots.set(entry, at);
      size += 1;
      if (size * WIDTH > slots.length * FULLEST) grow();
      return 'new';
    },
    has: (id) => !isFree(slots, findSlot(slots, Uint32Array.of(...hash(id)))),
  };
}

/** Two numbers of 32 bits; the first is never 0, which marks a free slot. */
function hash(text: string): readonly [number, number] {
  const digest = createHash('sha256').update(text).digest();
  return [digest.readUInt32LE(0) || 1, digest.readUInt32LE(4)];
}

/** Where an id is, or the free slot where it belongs. */
function findSlot(slots: Uint32Array, key: Uint32Array): number {
  let at = ((key[0] ?? 0) * WIDTH) % slots.length;
  while (!isFree(slots, at) && !isSame(slots, at, key.subarray(0, 2))) at = (at + WIDTH) % slots.length;
  return at;
}

function isFree(slots: Uint32Array, at: number): boolean {
  return slots[at] === 0;
}

function isSame(slots: Uint32Array, at: number, [first, second]: Uint32Array): boolean {
  return slots[at] === first && slots[at + 1] === second;
}
