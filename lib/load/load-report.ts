import type { Counts } from '@/lib/model/batch';
import type { LoadId } from '@/lib/model/ids';
import type { ColumnQuestion } from '@/lib/model/mapping';
import type { Reject } from '@/lib/model/reject';
import type { ColumnUse } from '@/lib/ingest/source';

import type { ReasonGroup } from './group-reasons';

/** A path of which nothing could be loaded, or not all. */
export interface LoadFailure {
  readonly path: string;
  readonly message: string;
  /** What a person has to say before it can be loaded. */
  readonly question?: ColumnQuestion | undefined;
  /** Nothing says what its nodes are called; a person can say that their ids are the names. */
  readonly isNameless?: boolean | undefined;
  /** It is a database, and a person has to say what its nodes are. */
  readonly isUnmapped?: boolean | undefined;
}

/** What was recognised in a path. */
export interface LoadedInput {
  readonly path: string;
  readonly dataset: string;
  /** The format in words: "a table of triples". */
  readonly format: string;
  readonly columns: readonly ColumnUse[];
  /** Of a table: what its columns are taken for, so that a person can change it. */
  readonly layout?: ColumnQuestion | undefined;
  /** The id of the load, by which it can be undone. */
  readonly load: LoadId;
  /** The first rows as sentences; of a preview only. */
  readonly sentences: readonly string[];
  /** Whether anything was read from it that can be stored: rows, entities, types or documents. */
  readonly broughtSomething: boolean;
}

/**
 * What became of a run. `read` counts the rows of triples; each was created as evidence, was there already (`unchanged`), or was
 * rejected. `rejected` also counts refused documents and rows of the other files.
 */
export interface LoadReport {
  readonly read: number;
  readonly created: Counts;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejectsFile: string | null;
  readonly seconds: number;
  /** Of `unchanged`, the rows that an earlier, interrupted run had stored. */
  readonly resumed: number;
  readonly failures: readonly LoadFailure[];
  /** Files that were found in a folder, and of which nothing could be loaded. */
  readonly skipped: readonly LoadFailure[];
  readonly notices: readonly string[];
  readonly inputs: readonly LoadedInput[];
  /** Why rows were refused, grouped; the largest group first. */
  readonly reasons: readonly ReasonGroup[];
  /** The first rejects, to show. */
  readonly shownRejects: readonly Reject[];
  /** The run was asked to stop before the end. */
  readonly isStopped: boolean;
}

export const noCounts: Counts = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };

/** Sums, part by part. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    entities: a.entities + b.entities,
    relations: a.relations + b.relations,
    evidence: a.evidence + b.evidence,
    passages: a.passages + b.passages,
    documents: a.documents + b.documents,
  };
}
