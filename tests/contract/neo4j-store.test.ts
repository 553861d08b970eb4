/** The contract on a real Neo4j, and what is peculiar to that driver. One server for the file; each test begins with an empty graph. */
import { afterEach, beforeEach, describe } from '@jest/globals';

import { createStore } from '@/lib/store/create-store';

import { describeStore } from './describe-store';
import { littleWorld } from './little-world.fixture';
import { describeWhereNeo4j } from './neo4j/at-hand';
import { describeServer } from './neo4j/describe-server';
import { describeTextSearch } from './neo4j/describe-text-search';
import { describeValues } from './neo4j/describe-values';
import { describeWalls } from './neo4j/describe-walls';
import type { Neo4jTest } from './neo4j/neo4j-test';
import { startTestNeo4j } from './neo4j/start-test-neo4j';

describeWhereNeo4j('on a real Neo4j', () => {
  const { running, openEmpty, openTestStore } = startTestNeo4j();

  describeStore('neo4j', openTestStore);

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
});

function fail(): never {
  throw new Error('The store has not been opened.');
}
