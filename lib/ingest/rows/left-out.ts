import { shortenCell } from './check-cell';

/** What is left out of rows that are kept, to be told with counts and the first examples. */
export interface LeftOut {
  /**
   * @param about - what becomes of such cells and why, as the beginning of a sentence that counts rows: "the start is left out, since it is not a date"
   */
  note(about: string, cell: string, line: number): void;
  readonly notices: () => readonly string[];
}

const EXAMPLES = 3;
/** Reasons told apart; columns and their faults are few. */
const MOST_REASONS = 100;

interface Found {
  count: number;
  readonly examples: string[];
}

export function createLeftOut(): LeftOut {
  const found = new Map<string, Found>();
  return {
    note: (about, cell, line) => {
      const key = found.has(about) || found.size < MOST_REASONS ? about : 'a cell is left out';
      const one = found.get(key) ?? { count: 0, examples: [] };
      found.set(key, one);
      one.count += 1;
      if (one.examples.length < EXAMPLES) one.examples.push(`'${shortenCell(cell)}' (line ${line})`);
    },
    notices: () =>
      [...found].map(([about, { count, examples }]) => {
        const more = count > examples.length ? ' …' : '';
        return `In ${count} ${count === 1 ? 'row' : 'rows'} ${about}: ${examples.join(', ')}${more}.`;
      }),
  };
}
