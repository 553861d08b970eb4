/** Loading datasets into the store, looking at them first, listing what was loaded, and taking a load back. */
import { z } from 'zod';

import { LoadId } from '@/lib/model/ids';
import { StoredLoad } from '@/lib/model/stored-load';

import type { Endpoint } from './endpoint';
import { flag } from './parameters';
import { Problem } from './problem';

const FORMAT_MAX = 60;

const Counts = z.object({
  entities: z.int(),
  relations: z.int(),
  evidence: z.int(),
  passages: z.int(),
  documents: z.int(),
});

/**
 * What became of a run, or would become of it. `read` counts rows of triples. `created`, `unchanged` and `rejected` are as `npm run load`
 * reports them; `rejects` names the file of the refused rows, which `/api/admin/rejects/{id}` gives. Paths are those that were sent.
 */
export const LoadReport = z.object({
  read: z.int(),
  created: Counts,
  unchanged: z.int(),
  rejected: z.int(),
  resumed: z.int(),
  seconds: z.number(),
  isStopped: z.boolean(),
  notices: z.array(z.string()),
  failures: z.array(z.object({ path: z.string(), message: z.string() })),
  inputs: z.array(
    z.object({
      path: z.string(),
      dataset: z.string(),
      format: z.string(),
      columns: z.array(z.object({ field: z.string(), column: z.string() })),
      load: LoadId,
      sentences: z.array(z.string()),
    }),
  ),
  reasons: z.array(z.object({ count: z.int(), column: z.string(), reason: z.string(), varies: z.boolean() })),
  shownRejects: z.array(
    z.object({
      file: z.string(),
      line: z.int(),
      column: z.string(),
      reason: z.string(),
      row: z.string(),
    }),
  ),
  rejects: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type LoadReport = z.infer<typeof LoadReport>;

/** A line of the answer: how far it has come (`share` of all files, 0 to 1), and last what became of it. */
export const LoadEvent = z.union([
  z.object({ progress: z.object({ rows: z.int(), share: z.number() }) }),
  z.object({ report: LoadReport }),
  z.object({ problem: Problem }),
]);
export type LoadEvent = z.infer<typeof LoadEvent>;

/** What an undoing took back, and how much evidence stays because other loads said it too. */
export const UndoOutcome = z.object({ removed: Counts, kept: z.int(), isStopped: z.boolean() });
export type UndoOutcome = z.infer<typeof UndoOutcome>;

/** A line of the answer; `progress` counts pieces of evidence. */
export const UndoEvent = z.union([
  z.object({ progress: z.object({ done: z.int(), total: z.int() }) }),
  z.object({ undone: UndoOutcome }),
  z.object({ problem: Problem }),
]);
export type UndoEvent = z.infer<typeof UndoEvent>;

export const loadsEndpoint = {
  method: 'GET',
  path: '/api/admin/datasets',
  summary: 'What was loaded, the newest first',
  request: z.strictObject({}),
  response: z.object({ loads: z.array(StoredLoad), total: z.int() }),
  format: 'json',
} as const satisfies Endpoint;

/**
 * Folders are sent by the paths of their files. With `dryRun` everything is checked, also against the store, and nothing is stored;
 * `datasetFormat` says what the files are, when they are not recognised. Closing the connection ends the run behind the batch at hand.
 */
export const loadEndpoint = {
  method: 'POST',
  path: '/api/admin/datasets',
  summary: 'Load datasets sent as files; one JSON value a line: progress, then the report or a problem',
  request: z.strictObject({
    dryRun: flag.default(false),
    datasetFormat: z.string().max(FORMAT_MAX).optional(),
  }),
  response: LoadEvent,
  format: 'ndjson',
  body: 'files',
} as const satisfies Endpoint;

export const undoEndpoint = {
  method: 'DELETE',
  path: '/api/admin/datasets/{load}',
  summary: 'Take back what a load brought and no other has said too; one JSON value a line',
  request: z.strictObject({ load: LoadId }),
  response: UndoEvent,
  format: 'ndjson',
} as const satisfies Endpoint;
