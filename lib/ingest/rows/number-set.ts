/** A set of positive integers in flat memory: sixteen bytes for each at most, where a `Set` takes forty and ends at sixteen million. */
export interface NumberSet {
  /** Adds a number; returns whether it was new. */
  add(value: number): boolean;
}

const FIRST_SLOTS = 1 << 12;
const FULLEST = 0.6;

export function createNumberSet(): NumberSet {
  let slots = new Float64Array(FIRST_SLOTS);
  let size = 0;

  function grow(): void {
    const before = slots;
    slots = new Float64Array(before.length * 2);
    for (const value of before) if (value !== 0) slots[findSlot(slots, value)] = value;
  }

  return {
    add: (value) => {
      const slot = findSlot(slots, value);
      if (slots[slot] === value) return false;
      slots[slot] = value;
      size += 1;
      if (size > slots.length * FULLEST) grow();
      return true;
    },
  };
}

/** Where a value is, or the free slot where it belongs. The values are hashes, so that their last bits spread them; the slots are a power of two. */
function findSlot(slots: Float64Array, value: number): number {
  const mask = slots.length - 1;
  let slot = value & mask;
  while (slots[slot] !== 0 && slots[slot] !== value) slot = (slot + 1) & mask;
  return slot;
}
