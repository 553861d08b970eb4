/** The console: running a statement, and cancelling one that runs. */
import { z } from 'zod';

import { CypherEvent } from '@/lib/model/cypher-event';

import type { Endpoint } from './endpoint';
import { wholeNumber } from './parameters';

const ROWS_DEFAULT = 1000;
const ROWS_MAX = 10_000;
const TIMEOUT_DEFAULT_MS = 30_000;
const TIMEOUT_MAX_MS = 120_000;

/** Chosen by the caller, so that it can cancel a run whose first row is long in coming; unguessable, such as `crypto.randomUUID()`. */
const QueryId = z.uuid();

/** Without a `queryId` the server makes one up; the answer's header `Entente-Query-Id` and the columns' line carry it. */
export const cypherEndpoint = {
  method: 'POST',
  path: '/api/admin/cypher',
  summary:
    'Run one Cypher statement that reads, in a transaction that is rolled back; one JSON value per line: columns, rows, summary or problem',
  request: z.strictObject({
    query: z.string().refine((text) => text.trim() !== '', 'has to hold a statement'),
    parameters: z.record(z.string(), z.unknown()).default({}),
    mode: z.enum(['read', 'write']).default('read'),
    limit: wholeNumber({ min: 1, max: ROWS_MAX }).default(ROWS_DEFAULT),
    timeoutMs: wholeNumber({ min: 1, max: TIMEOUT_MAX_MS }).default(TIMEOUT_DEFAULT_MS),
    queryId: QueryId.optional(),
  }),
  response: CypherEvent,
  format: 'ndjson',
} as const satisfies Endpoint;

export const cypherRunEndpoint = {
  method: 'DELETE',
  path: '/api/admin/cypher/{queryId}',
  summary: 'Cancel a running statement',
  request: z.strictObject({ queryId: QueryId }),
  response: z.object({ cancelled: z.literal(true) }),
  format: 'json',
} as const satisfies Endpoint;
