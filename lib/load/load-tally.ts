import type { UpsertReport } from '@/lib/model/batch';
import type { Reject } from '@/lib/model/reject';

import { addCounts, noCounts, type LoadReport } from './load-report';
import type { RejectsFile } from './rejects-file';

/** The numbers of a run as they grow. `handled` counts rows of triples. */
export interface LoadTally {
  reject(
    reject: Reject,
    cells: ReadonlyMap<string, string> | undefined,
    row: number | undefined,
  ): Promise<void>;
  /** A row that an earlier run stored. */
  resume(): void;
  /** Rows that would be taken. */
  check(rows: number): void;
  store(report: UpsertReport, rows: number): void;
  numbers(): Pick<LoadReport, 'read' | 'created' | 'unchanged' | 'rejected' | 'resumed' | 'shownRejects'>;
}

const SHOWN_REJECTS = 20;

/** In: where rejects go, and who wants to know how many rows are handled. */
export function createTally(rejects: RejectsFile, onRows: (handled: number) => void): LoadTally {
  let read = 0;
  let created = noCounts;
  let taken = 0;
  let rejected = 0;
  let resumed = 0;
  const shownRejects: Reject[] = [];

  function handle(rows: number): void {
    read += rows;
    onRows(read);
  }

  return {
    reject: async (reject, cells, row) => {
      rejected += 1;
      if (shownRejects.length < SHOWN_REJECTS) shownRejects.push(reject);
      await rejects.add(reject, cells);
      handle(row === undefined ? 0 : 1);
    },
    resume: () => {
      resumed += 1;
      taken += 1;
      handle(1);
    },
    check: handle,
    store: (report, rows) => {
      created = addCounts(created, report.created);
      taken += rows;
      handle(rows);
    },
    // Two rows may be the same piece of evidence, so what was there already is what was taken and not created.
    numbers: () => ({ read, created, unchanged: taken - created.evidence, rejected, resumed, shownRejects }),
  };
}
