import type { Counts, UpsertReport } from '@/lib/model/batch';
import type { Reject } from '@/lib/model/reject';

import { createReasonGroups } from './group-reasons';
import { addCounts, noCounts, type LoadReport } from './load-report';
import type { RejectsFile } from './rejects-file';

type TallyNumbers = Pick<
  LoadReport,
  'read' | 'created' | 'unchanged' | 'rejected' | 'resumed' | 'shownRejects' | 'reasons' | 'notices'
>;

/** The numbers of a run as they grow. `handled` counts rows of triples. */
export interface LoadTally {
  reject(
    reject: Reject,
    cells: ReadonlyMap<string, string> | undefined,
    row: number | undefined,
  ): Promise<void>;
  /** A row that an earlier run stored. */
  resume(): void;
  /** Rows that would be taken, and what they would create. */
  preview(created: Counts, rows: number): void;
  /** A sentence that a person should read. */
  notice(sentence: string): void;
  store(report: UpsertReport, rows: number): void;
  numbers(): TallyNumbers;
}

const SHOWN_REJECTS = 20;

/**
 * Creates the tally of a load.
 * @param rejects - where rejected rows are written
 * @param onRows - is told how many rows have been handled
 * @param tell - rewrites paths for the person who reads the report
 */
export function createTally(
  rejects: RejectsFile,
  onRows: (handled: number) => void,
  tell: (text: string) => string,
): LoadTally {
  let read = 0;
  let created = noCounts;
  let taken = 0;
  let rejected = 0;
  let resumed = 0;
  const shownRejects: Reject[] = [];
  const reasons = createReasonGroups();
  const notices: string[] = [];

  function handle(rows: number): void {
    read += rows;
    onRows(read);
  }

  return {
    reject: async (given, cells, row) => {
      const reject = { ...given, file: tell(given.file), reason: tell(given.reason) };
      rejected += 1;
      reasons.add(reject);
      if (shownRejects.length < SHOWN_REJECTS) shownRejects.push(reject);
      await rejects.add(reject, cells);
      handle(row === undefined ? 0 : 1);
    },
    resume: () => {
      resumed += 1;
      taken += 1;
      handle(1);
    },
    preview: (counts, rows) => {
      created = addCounts(created, counts);
      taken += rows;
      handle(rows);
    },
    notice: (sentence) => {
      notices.push(sentence);
    },
    store: (report, rows) => {
      created = addCounts(created, report.created);
      taken += rows;
      handle(rows);
    },
    // Two rows may be the same piece of evidence, so what was there already is what was taken and not created.
    numbers: () => ({
      read,
      created,
      unchanged: taken - created.evidence,
      rejected,
      resumed,
      shownRejects,
      reasons: reasons.list(),
      notices,
    }),
  };
}
