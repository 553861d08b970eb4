/** Loading datasets into the store, looking at them first, listing what was loaded, and taking a load back. */
import { z } from 'zod';

import { LoadId } from '@/lib/model/ids';
import { ColumnQuestion, Mapping } from '@/lib/model/mapping';
import { StoredLoad } from '@/lib/model/stored-load';

import type { Endpoint } from './endpoint';
import { flag } from './parameters';
import { Problem } from './problem';

const FORMAT_MAX = 60;
/** In characters: it is a part of the address. */
const MAPPINGS_MAX = 8_000;

const Counts = z.object({
  entities: z.int(),
  relations: z.int(),
  evidence: z.int(),
  passages: z.int(),
  documents: z.int(),
});

/** A path of which nothing was loaded, and why; with a question, where a person can say what its columns are. */
const LoadFailure = z.object({
  path: z.string(),
  message: z.string(),
  question: ColumnQuestion.optional(),
  isNameless: z.boolean().optional(),
});

/** Mappings by the path that was sent, as one JSON value. */
const mappingsText = z
  .string()
  .max(MAPPINGS_MAX)
  .transform((text, context) => {
    const parsed = z.record(z.string(), Mapping).safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({
      code: 'custom',
      message: 'has to be a JSON object: {"file.csv": {"columns": {"subject": "…"}}}',
    });
    return z.NEVER;
  });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
  failures: z.array(LoadFailure),
  skipped: z.array(LoadFailure),
  inputs: z.array(
    z.object({
      path: z.string(),
      dataset: z.string(),
      format: z.string(),
      columns: z.array(z.object({ field: z.string(), column: z.string() })),
      layout: ColumnQuestion.optional(),
      load: LoadId,
      sentences: z.array(z.string()),
      broughtSomething: z.boolean(),
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

/**
 * A line of the answer: how far it has come (`share` of all files, 0 to 1; `opening` while a file is looked through, with the bytes read of
 * it), and last what became of it.
 */
export const LoadEvent = z.union([
  z.object({
    progress: z.object({
      rows: z.int(),
      share: z.number(),
      opening: z.object({ path: z.string(), bytes: z.int() }).optional(),
    }),
  }),
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
 * `datasetFormat` says what the files are, when they are not recognised; `mappings` which column of a table is what, and
 * `keepsMappings` that this holds for tables with these columns from now on; `idsAsNames` that numbers or ids are what the nodes are called. Closing the connection ends the run behind the batch at hand.
 */
export const loadEndpoint = {
  method: 'POST',
  path: '/api/admin/datasets',
  summary: 'Load datasets sent as files; one JSON value per line: progress, then the report or a problem',
  request: z.strictObject({
    dryRun: flag.default(false),
    datasetFormat: z.string().max(FORMAT_MAX).optional(),
    mappings: mappingsText.optional(),
    keepsMappings: flag.default(false),
    idsAsNames: flag.default(false),
  }),
  response: LoadEvent,
  format: 'ndjson',
  body: 'files',
} as const satisfies Endpoint;

export const undoEndpoint = {
  method: 'DELETE',
  path: '/api/admin/datasets/{load}',
  summary: 'Undo a load: remove what it brought and no other load contains; one JSON value per line',
  request: z.strictObject({ load: LoadId }),
  response: UndoEvent,
  format: 'ndjson',
} as const satisfies Endpoint;
