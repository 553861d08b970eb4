import type { Engine } from '@/lib/store/engine';
import type { GraphStore } from '@/lib/store/types';
import type { RunningNeo4j } from '@/scripts/neo4j/start-neo4j';

/** What a test of the Neo4j driver has: the server, an engine on it that holds the little world, and the store over that engine. */
export interface Neo4jTest {
  readonly neo4j: RunningNeo4j;
  readonly engine: Engine;
  readonly store: GraphStore;
}

/** What must be the same before and after what may change nothing. */
export async function fingerprint({ engine, store }: Neo4jTest) {
  const counts = await engine.read(
    `OPTIONAL MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r) AS relationships`,
  );
  const indexes = await engine.read('SHOW INDEXES YIELD name ORDER BY name');
  return { counts, indexes, epoch: await store.epoch() };
}

/** The console's statements that the server is busy with. */
export function runningStatements({ engine }: Neo4jTest) {
  return engine.read(
    "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.app = 'entente' AND metaData.queryId IS NOT NULL RETURN currentQuery",
  );
}

/** What a promise is rejected with; undefined when it is not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
}
