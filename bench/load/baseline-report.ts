import { z } from 'zod';

/** What a hand-written load is asked to do. It runs in a process of its own, as the command does. */
export const BaselineRequest = z.object({
  baseline: z.enum(['prototype', 'single-row', 'load-csv']),
  /** Files of events. */
  first: z.string(),
  changed: z.string(),
  /** The embedded database's folder, or Neo4j's home. */
  folder: z.string(),
  neo4j: z.object({ address: z.string(), user: z.string(), password: z.string() }).optional(),
  sampleSeconds: z.number(),
});
export type BaselineRequest = z.infer<typeof BaselineRequest>;

const StoredCounts = z.object({ entities: z.int(), relations: z.int(), evidence: z.int() });
export type StoredCounts = z.infer<typeof StoredCounts>;

/** `seconds` is the time of the statements alone; reading and hashing the rows is `readSeconds`. `stored` is counted in the database. */
const BaselinePhase = z.object({
  rows: z.int(),
  seconds: z.number(),
  readSeconds: z.number(),
  stored: StoredCounts,
});
export type BaselinePhase = z.infer<typeof BaselinePhase>;

/** A prototype's phases are the first load, the same file again, and the changed file; the others have the first alone. */
export const BaselineReport = z.object({ phases: z.array(BaselinePhase) });
export type BaselineReport = z.infer<typeof BaselineReport>;
