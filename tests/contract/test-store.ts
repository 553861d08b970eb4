import type { CypherEvent } from '@/lib/model/cypher-event';
import type { SliceQuery } from '@/lib/model/slice';
import type { CypherLimits, GraphStore } from '@/lib/store/types';

/** A store to test, empty when opened. */
export interface TestStore {
  readonly store: GraphStore;
  /** Another store on the same data. */
  readonly openSecond: () => Promise<GraphStore>;
  readonly close: () => Promise<void>;
}

export type OpenTestStore = () => Promise<TestStore>;

/** A query for everything, changed by what is given. */
export function ask(parts: Partial<SliceQuery> = {}): SliceQuery {
  return { seeds: [], depth: 1, limit: 300, types: [], classes: [], sources: [], minEvidence: 1, ...parts };
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
