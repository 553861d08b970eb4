/** The contract on a real Neo4j, and what is peculiar to that driver. One server for the file; each test begins with an empty graph. */
import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';

import { createStore } from '@/lib/store/create-store';
import { openNeo4j } from '@/lib/store/drivers/neo4j/open-neo4j';
import type { Engine } from '@/lib/store/engine';
import { openStore } from '@/lib/store/open-store';
import { startNeo4j, type RunningNeo4j } from '@/scripts/neo4j/start-neo4j';

import { countNeo4jAccesses } from './costs/count-neo4j-accesses';
import { describeStore } from './describe-store';
import { littleWorld } from './little-world.fixture';
import { whyNoNeo4j } from './neo4j/at-hand';
import { describeServer } from './neo4j/describe-server';
import { describeTextSearch } from './neo4j/describe-text-search';
import { describeValues } from './neo4j/describe-values';
import { describeWalls } from './neo4j/describe-walls';
import type { Neo4jTest } from './neo4j/neo4j-test';

/** The first start on a machine downloads the server. */
const startLimitMs = 300_000;

const missing = process.env['CI'] ? undefined : whyNoNeo4j();
if (missing !== undefined) process.stdout.write(`\nTHE CONTRACT IS NOT TESTED ON NEO4J: ${missing}.\n`);
const describeOrSkip = missing === undefined ? describe : describe.skip;

describeOrSkip('on a real Neo4j', () => {
  let neo4j: RunningNeo4j | undefined;
  beforeAll(async () => {
    neo4j = await startNeo4j({ quick: true });
  }, startLimitMs);
  afterAll(() => neo4j?.stop());

  describeStore('neo4j', async () => {
    const store = createStore(await openEmpty());
    return {
      store,
      openSecond: () => openStore({ engine: 'neo4j', database: 'neo4j', ...running() }),
      openEngine: () => openNeo4j(running()),
      openCounted: async () => countNeo4jAccesses(await openNeo4j(running()), running()),
      close: () => store.close(),
    };
  });

  describe('neo4j driver', () => {
    let test: Neo4jTest | undefined;
    const get = () => test ?? fail();
    beforeEach(async () => {
      const engine = await openEmpty();
      test = { neo4j: running(), engine, store: createStore(engine) };
      await test.store.upsert(littleWorld);
    });
    afterEach(() => test?.store.close());

    describeWalls(get);
    describeValues(get);
    describeTextSearch(get);
    describeServer(get);
  });

  function running(): RunningNeo4j {
    return neo4j ?? fail();
  }

  async function openEmpty(): Promise<Engine> {
    const engine = await openNeo4j(running());
    await engine.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
    return engine;
  }
});

function fail(): never {
  throw new Error('Neo4j has not been started.');
}
