import { z } from 'zod';

/**
 * A value of a console row. Nodes, relationships and paths carry `$type`; identity is our own `id` property, and a relationship's
 * `start` and `end` are the `id` properties of its ends (null for a node that has none). Integers beyond 2^53 and temporal values are strings.
 */
const CypherValue: z.ZodType = z.unknown();

export const CypherSummary = z.object({
  rows: z.int(),
  truncated: z.boolean(),
  ms: z.number(),
  bytes: z.int(),
  queryType: z.enum(['r', 'rw', 'w', 's']),
  counters: z.record(z.string(), z.int()),
  rolledBack: z.boolean(),
});
export type CypherSummary = z.infer<typeof CypherSummary>;

export const CypherProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  position: z.object({ start: z.int(), end: z.int(), line: z.int(), column: z.int() }).optional(),
});
export type CypherProblem = z.infer<typeof CypherProblem>;

/** A line of the console's NDJSON answer. A row's values stand in the order of the columns. */
export const CypherEvent = z.union([
  z.object({ columns: z.array(z.string()), queryId: z.string().optional() }),
  z.object({ row: z.array(CypherValue) }),
  z.object({ summary: CypherSummary }),
  z.object({ problem: CypherProblem }),
]);
export type CypherEvent = z.infer<typeof CypherEvent>;
