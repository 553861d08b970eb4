import { createHash } from 'node:crypto';

import type { GraphStore } from '@/lib/store/types';

import { collect, runStatement } from './test-store';

const limits = { timeoutMs: 120_000, maxRows: 20_000_000, maxBytes: 4_000_000_000 };

const statements = [
  'MATCH (n) WHERE NOT n:Store RETURN labels(n) AS labels, properties(n) AS properties',
  `MATCH (a)-[r]->(b) RETURN labels(a) AS from, coalesce(a.id, a.type) AS a, type(r) AS type, properties(r) AS properties,
    labels(b) AS to, coalesce(b.id, b.type) AS b`,
];

/** When a load began says nothing about what it loaded. */
const LEFT_OUT = 'startedAt';

/**
 * Everything a store holds, one line for each node and relationship, in one order whatever the engine: entities, relations, evidence,
 * passages, mentions, documents, types, and loads but for the time they began. The store's own node (epochs) is left out.
 */
export async function dumpGraph(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const statement of statements) {
    const { rows, problem, summary } = await collect(runStatement(store, statement, { limits }));
    if (problem !== undefined || summary?.truncated !== false) {
      throw new Error(problem?.detail ?? 'The graph is too large to be dumped.');
    }
    for (const row of rows) lines.push(JSON.stringify(row.map(toCanonical)));
  }
  return lines.sort();
}

/** Hashes `dumpGraph` with SHA-256, in hex. Equal graphs have equal hashes. */
export async function hashGraph(store: GraphStore): Promise<string> {
  const hash = createHash('sha256');
  for (const line of await dumpGraph(store)) hash.update(line).update('\n');
  return hash.digest('hex');
}

/** A column with the labels or keys in it in one order; what is null is as good as not there. */
function toCanonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(withSupport(value))
      .filter(([key, each]) => key !== LEFT_OUT && (each ?? null) !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Which loads support a thing is told, with their lines, and not which of them came first: with two at once that is chance. */
function withSupport(value: object): object {
  const properties: Readonly<Record<string, unknown>> = { ...value };
  const { load, line, record, also, alsoLines, alsoRecords, loads } = properties;
  const lines = [alsoLines, line].flat().filter(isThere);
  const records = [alsoRecords, record].flat().filter(isThere);
  const supports = [also, load, loads]
    .flat()
    .filter(isThere)
    .map((each, index) => [each, lines[index] ?? '', records[index] ?? ''].map(String).join(' '));
  const places = { line: null, record: null, alsoLines: null, alsoRecords: null };
  return { ...value, ...places, load: null, also: null, loads: supports.sort() };
}

function isThere(value: unknown): boolean {
  return (value ?? null) !== null;
}
