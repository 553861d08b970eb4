import { EntenteError } from '@/lib/model/entente-error';
import { parseWhen } from '@/lib/model/parse-when';

import { createTally, noteTally } from '../rows/tally';

export interface DateCells {
  /** Returns the cells `start` and `end`; none for dates that cannot be read, which are counted. */
  readonly read: (start: string | undefined, end: string | undefined) => ReadonlyMap<string, string>;
  readonly notices: () => readonly string[];
}

/** Reads dates that models and programs have written: one that cannot be read costs the date and not the relation. */
export function createDateCells(): DateCells {
  const unread = createTally();
  return {
    read: (start = '', end = '') => {
      const cells = new Map<string, string>();
      if (!isWhen(start, end)) {
        unread.add([start || 'no start', end].filter((date) => date !== '').join(' to '));
        return cells;
      }
      if (start !== '') cells.set('start', start);
      if (end !== '' && end !== start) cells.set('end', end);
      return cells;
    },
    notices: () => noteTally('Dates that cannot be read, so the relation has none', unread),
  };
}

function isWhen(start: string, end: string): boolean {
  try {
    parseWhen(start, end);
    return true;
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return false;
  }
}
