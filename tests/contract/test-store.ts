import type { CypherEvent } from '@/lib/model/cypher-event';
import { everyRelation } from '@/lib/model/relation-filter';
import type { SliceQuery } from '@/lib/model/slice';
import type { Engine } from '@/lib/store/engine';
import type { CypherLimits, GraphStore } from '@/lib/store/types';

import type { CountedEngine } from './costs/counted-engine';

/** A store to test, empty when opened. */
export interface TestStore {
  readonly store: GraphStore;
  /** Another store on the same data. */
  readonly openSecond: () => Promise<GraphStore>;
  readonly close: () => Promise<void>;
}

export type OpenTestStore = () => Promise<TestStore>;

/** A store to test whose engine can be had too, to bring about what no verb does. */
export interface TestStoreOnEngine extends TestStore {
  readonly openEngine: () => Promise<Engine>;
  /** The same engine, counting what its statements touch. */
  readonly openCounted: () => Promise<CountedEngine>;
}

export type OpenTestStoreOnEngine = () => Promise<TestStoreOnEngine>;

/** A query for everything, changed by what is given. */
export function ask(parts: Partial<SliceQuery> = {}): SliceQuery {
  return { ...everyRelation, seeds: [], depth: 1, limit: 300, ...parts };
}

interface StatementParts {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly limits?: Partial<CypherLimits>;
  readonly signal?: AbortSignal;
}

/** The events of a console statement. */
export function runStatement(
  store: GraphStore,
  text: string,
  parts: StatementParts = {},
): AsyncIterable<CypherEvent> {
  return store.cypher({
    text,
    parameters: parts.parameters ?? {},
    mode: 'read',
    limits: { timeoutMs: 20_000, maxRows: 1_000, maxBytes: 1_000_000, ...parts.limits },
    signal: parts.signal ?? new AbortController().signal,
  });
}

/** What a console statement answered, taken apart. */
export async function collect(events: AsyncIterable<CypherEvent>) {
  const all: CypherEvent[] = [];
  for await (const event of events) all.push(event);
  return {
    columns: all.flatMap((event) => ('columns' in event ? event.columns : [])),
    rows: all.flatMap((event) => ('row' in event ? [event.row] : [])),
    summary: all.flatMap((event) => ('summary' in event ? [event.summary] : [])).at(-1),
    problem: all.flatMap((event) => ('problem' in event ? [event.problem] : [])).at(-1),
  };
}

/** The rows of a console statement that is expected to succeed. */
export async function readAll(store: GraphStore, text: string): Promise<readonly unknown[][]> {
  const { rows, problem } = await collect(runStatement(store, text));
  if (problem !== undefined) throw new Error(problem.detail);
  return rows;
}

/** Everything that is stored, in one order: what two graphs that are the same have in common. Loads are left out. */
export async function fingerprint(store: GraphStore): Promise<readonly string[]> {
  const limits = { maxRows: 100_000, maxBytes: 100_000_000 };
  const statements = [
    'MATCH (n) WHERE NOT n:Load RETURN labels(n) AS labels, properties(n) AS properties',
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b',
  ];
  const answers = [];
  for (const statement of statements) answers.push(await collect(runStatement(store, statement, { limits })));
  return answers.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row.map(sorted)))).sort();
}

/** A value with the labels or keys in it in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
