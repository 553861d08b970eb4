/** A Neo4j for the tests of a file, and empty stores on it. */
import { afterAll, beforeAll } from '@jest/globals';

import { createStore } from '@/lib/store/create-store';
import { openNeo4j } from '@/lib/store/drivers/neo4j/open-neo4j';
import type { Engine } from '@/lib/store/engine';
import { openStore } from '@/lib/store/open-store';
import { startNeo4j, type RunningNeo4j } from '@/scripts/neo4j/start-neo4j';

import { countNeo4jAccesses } from '../costs/count-neo4j-accesses';
import type { OpenTestStoreOnEngine } from '../test-store';

/** The first start on a machine downloads the server. */
const START_LIMIT_MS = 300_000;

interface TestNeo4j {
  readonly running: () => RunningNeo4j;
  readonly openEmpty: () => Promise<Engine>;
  readonly openTestStore: OpenTestStoreOnEngine;
}

/** Starts one before the tests of the block around it, and stops it behind them. */
export function startTestNeo4j(): TestNeo4j {
  let neo4j: RunningNeo4j | undefined;
  beforeAll(async () => {
    neo4j = await startNeo4j({ quick: true });
  }, START_LIMIT_MS);
  afterAll(() => neo4j?.stop());

  function running(): RunningNeo4j {
    if (neo4j) return neo4j;
    throw new Error('Neo4j has not been started.');
  }

  async function openEmpty(): Promise<Engine> {
    const engine = await openNeo4j(running());
    await engine.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
    return engine;
  }

  return {
    running,
    openEmpty,
    openTestStore: async () => {
      const store = createStore(await openEmpty());
      return {
        store,
        openSecond: () => openStore({ engine: 'neo4j', database: 'neo4j', ...running() }),
        openEngine: () => openNeo4j(running()),
        openCounted: async () => countNeo4jAccesses(await openNeo4j(running()), running()),
        close: () => store.close(),
      };
    },
  };
}
