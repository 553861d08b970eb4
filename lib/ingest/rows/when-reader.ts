import { parseWhen } from '@/lib/model/parse-when';
import type { When } from '@/lib/model/when';

/** Dates held at a time; events of some years have fewer. */
const HELD_MAX = 5000;

/** Out: `parseWhen` that remembers, since the rows of a file have few dates and each many times. */
export function createWhenReader(): typeof parseWhen {
  const known = new Map<string, When | undefined>();
  return (start, end) => {
    const key = `${start}\u0000${end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const when = parseWhen(start, end);
    if (known.size >= HELD_MAX) known.clear();
    known.set(key, when);
    return when;
  };
}
