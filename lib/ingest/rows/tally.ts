/** Counts by name, for what is told and not read. */
export interface Tally {
  add(name: string): void;
  readonly total: () => number;
  /** "born (12), height (3)", the most frequent first; of many, the first twenty. */
  readonly list: () => string;
}

const SHOWN = 20;
const LONGEST_SHOWN = 60;
/** Names told apart; what comes after them is counted together. */
const MOST_NAMES = 10_000;

export function createTally(): Tally {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    add: (name) => {
      total += 1;
      const key = counts.has(name) || counts.size < MOST_NAMES ? name : 'others';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    total: () => total,
    list: () => {
      const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      const shown = sorted.slice(0, SHOWN).map(([name, count]) => `${shorten(name)} (${count})`);
      return shown.join(', ') + (sorted.length > SHOWN ? ' …' : '');
    },
  };
}

/**
 * Writes a tally as a sentence; none where nothing was counted.
 * @param words - the words before the list
 * @param tally - the tally
 */
export function noteTally(words: string, tally: Tally): readonly string[] {
  return tally.total() === 0 ? [] : [`${words}: ${tally.list()}.`];
}

function shorten(name: string): string {
  return name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
}
