/** The contract on a real Neo4j, and what is peculiar to that driver. One server for the file; each test begins with an empty graph. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { createStore } from '@/lib/store/create-store';
import { openNeo4j } from '@/lib/store/drivers/neo4j/open-neo4j';
import type { Engine } from '@/lib/store/engine';
import type { GraphStore } from '@/lib/store/types';
import { startNeo4j, type RunningNeo4j } from '@/scripts/neo4j/start-neo4j';
import { findFreePort } from '@/scripts/neo4j/find-free-port';

import { describeStore } from './describe-store';
import { littleWorld } from './little-world.fixture';
import { whyNoNeo4j } from './neo4j-at-hand';
import { collect, runStatement } from './test-store';

const startLimitMs = 300_000;
const missing = process.env['CI'] ? undefined : whyNoNeo4j();
if (missing !== undefined) process.stdout.write(`\nTHE CONTRACT IS NOT TESTED ON NEO4J: ${missing}.\n`);

let neo4j: RunningNeo4j;

const suite = missing === undefined ? describe : describe.skip;

suite('on a real Neo4j', () => {
  beforeAll(async () => {
    neo4j = await startNeo4j({ quick: true });
  }, startLimitMs);
  afterAll(() => neo4j.stop());

  describeStore('neo4j', async () => {
    const engine = await openEmpty();
    const store = createStore(engine);
    return {
      store,
      openSecond: async () => createStore(await openNeo4j(neo4j)),
      close: () => store.close(),
    };
  });

  describe('neo4j driver', () => {
    let engine: Engine;
    let store: GraphStore;
    beforeEach(async () => {
      engine = await openEmpty();
      store = createStore(engine);
      await store.upsert(littleWorld);
    });
    afterEach(() => store.close());

    describe('walls', () => {
      it('refuses every statement that writes or administers, and nothing has changed', async () => {
        const before = await fingerprint();

        for (const statement of writes) {
          const { problem, summary } = await collect(runStatement(store, statement));

          expect({ statement, summary, status: problem?.status }).toEqual({
            statement,
            summary: undefined,
            status: refusedBySyntax.has(statement) ? 400 : 403,
          });
        }

        expect(await fingerprint()).toEqual(before);
      });

      it('refuses writing in a read transaction too, behind the look at the plan', async () => {
        const before = await fingerprint();

        for (const statement of writes) await expect(engine.read(statement)).rejects.toThrow();

        expect(await fingerprint()).toEqual(before);
      });

      it('reaches no address from a query', async () => {
        const { server, port, connections } = await listen();

        for (const statement of networkStatements(port)) {
          const { problem, rows } = await collect(runStatement(store, statement));

          expect({ statement, rows, failed: problem !== undefined }).toEqual({
            statement,
            rows: [],
            failed: true,
          });
        }

        expect(connections()).toBe(0);
        server.close();
      });

      it('reads no file from a query', async () => {
        const canary = 'canary-9f2c';
        writeFileSync(path.join(neo4j.home, 'import', 'canary.csv'), canary);

        for (const url of ['file:///canary.csv', 'file:///etc/passwd', 'file:canary.csv']) {
          const answer = await collect(runStatement(store, `LOAD CSV FROM '${url}' AS line RETURN line`));

          expect(answer.rows).toEqual([]);
          expect(JSON.stringify(answer)).not.toContain(canary);
        }
      });

      it('ends a statement that takes too much memory, and answers the next', async () => {
        const bomb = 'UNWIND range(1, 1000000000) AS i RETURN collect(i)';

        const { problem } = await collect(runStatement(store, bomb));
        const started = Date.now();
        const next = await collect(runStatement(store, 'RETURN 1'));

        expect(problem?.status).toBe(507);
        expect(next.rows).toEqual([[1]]);
        expect(Date.now() - started).toBeLessThan(3000);
      });

      it('ends a statement that takes too long, within a second of its limit', async () => {
        const started = Date.now();

        const { problem } = await collect(runStatement(store, endless, { limits: { timeoutMs: 1000 } }));

        expect(problem?.status).toBe(504);
        expect(Date.now() - started).toBeLessThan(2500);
        expect(await runningStatements()).toEqual([]);
      });

      it('ends a cancelled statement in the database within a second', async () => {
        const cancel = new AbortController();
        const answer = collect(runStatement(store, endless, { signal: cancel.signal }));
        while ((await runningStatements()).length === 0) await engine.read('RETURN 1');
        const started = Date.now();

        cancel.abort();
        const { summary } = await answer;

        expect(summary).toBeUndefined();
        expect(await runningStatements()).toEqual([]);
        expect(Date.now() - started).toBeLessThan(1000);
      });

      it('ends the statement when its reader leaves', async () => {
        for await (const event of runStatement(store, 'UNWIND range(1, 1000000000) AS i RETURN i')) {
          if ('row' in event) break;
        }

        expect(await runningStatements()).toEqual([]);
      });
    });

    describe('console values', () => {
      it('knows the ends of a relationship by our ids though their nodes are not in the row', async () => {
        const { rows } = await collect(runStatement(store, 'MATCH ()-[r:MEMBER_OF]->() RETURN r'));

        expect(rows).toEqual([
          [expect.objectContaining({ $type: 'relationship', type: 'MEMBER_OF', start: 'usa', end: 'nato' })],
        ]);
      });

      it('finds the ends of more relationships than it holds back at once', async () => {
        const many = 'UNWIND range(1, 250) AS i MATCH ()-[r:ACCUSED]->() RETURN [r] AS list, i';

        const { rows, summary } = await collect(runStatement(store, many));

        const ends = new Set(
          rows.map(([list]) => (JSON.stringify(list).includes('"start":null') ? 'none' : 'known')),
        );
        expect([...ends]).toEqual(['known']);
        expect(summary?.rows).toBe(500);
      });

      it('lets no id of the database out', async () => {
        const { rows } = await collect(
          runStatement(store, 'MATCH p = ()-[r]->() RETURN p, r, {m: r} AS map'),
        );

        expect(rows.length).toBeGreaterThan(0);
        expect(JSON.stringify(rows)).not.toMatch(/elementId|identity/iu);
        expect(JSON.stringify(rows)).not.toMatch(/"\d:[0-9a-f-]{36}:\d+"/u);
      });

      it('writes dates and times as ISO strings, and integers with every digit', async () => {
        const { rows } = await collect(
          runStatement(
            store,
            "RETURN date('2023-06-18'), datetime('2023-06-18T10:00:00Z'), duration('P1Y2D'), duration('PT0S'), 9007199254740993, 3, 0.5, 0.0 / 0.0",
          ),
        );

        expect(rows).toEqual([
          ['2023-06-18', '2023-06-18T10:00:00Z', 'P1Y2D', 'PT0S', '9007199254740993', 3, 0.5, 'NaN'],
        ]);
      });

      it('passes whole numbers as integers and lists and maps as they are', async () => {
        const { rows } = await collect(
          runStatement(store, 'RETURN range(1, $n) AS list, $map.x + 0 AS x', {
            parameters: { n: 2, map: { x: 1.5, y: [null, true] } },
          }),
        );

        expect(rows).toEqual([[[1, 2], 1.5]]);
      });

      it('names the place of a mistake in the text as typed', async () => {
        const text = 'MATCH (n)\n  RETRN n';

        const { problem } = await collect(runStatement(store, text));

        const { start = 0, end = 0, ...place } = problem?.position ?? {};
        expect(text.slice(start, end)).toBe('RETRN');
        expect(place).toEqual({ line: 2, column: 3 });
        expect(problem?.detail).not.toMatch(/EXPLAIN|offset/u);
      });
    });

    describe('search', () => {
      it.each([
        ['a beginning', 'blink', 'blinken'],
        ['a typo', 'Blinkn', 'blinken'],
        ['no accent', 'jurgen muller', 'muller'],
        ['part of a Chinese name', '近平', 'xi'],
        ['an alias', 'prc', 'china'],
      ])('finds an entity by %s', async (_, text, id) => {
        const { hits } = await engine.searchEntities(text, 5);

        expect(hits.map((hit) => hit.id)).toContain(id);
      });

      it('puts the name itself before one that begins with it', async () => {
        const { hits, total } = await engine.searchEntities('China', 1);

        expect(hits.map(({ id }) => id)).toEqual(['china']);
        expect(total).toBe(2);
      });

      it('finds a passage by its words in whatever script', async () => {
        const english = await engine.searchPassages('balloon spying', 5);
        const chinese = await engine.searchPassages('会见', 5);

        expect(english.hits.map(({ id }) => id)).toEqual(['older.1']);
        expect(chinese.hits.map(({ id }) => id)).toEqual(['older.2']);
      });

      it('takes whatever is typed as words, never as syntax', async () => {
        const typed = fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 40 }),
          fc
            .array(
              fc.constantFrom(
                'AND',
                'OR',
                'NOT',
                'TO',
                '"',
                '(',
                '[a',
                '*',
                '~2',
                '^',
                '\\',
                'name:',
                '/x/',
                'china',
              ),
              {
                maxLength: 8,
              },
            )
            .map((parts) => parts.join(' ')),
        );

        await fc.assert(
          fc.asyncProperty(typed, async (text) => {
            const { total } = await engine.searchEntities(text, 5);
            expect(total).toBeGreaterThanOrEqual(0);
          }),
          { numRuns: 100, seed: 7 },
        );
      }, 60_000);
    });

    describe('opening', () => {
      it('makes its indexes once, however many open at once', async () => {
        const names = async () =>
          (await engine.read('SHOW INDEXES YIELD name, state ORDER BY name')).map((row) => row);
        const before = await names();

        const others = await Promise.all([1, 2, 3].map(() => openNeo4j(neo4j)));
        await Promise.all(others.map((other) => other.close()));

        expect(await names()).toEqual(before);
        expect(before.every(({ state }) => state === 'ONLINE')).toBe(true);
      });

      it('makes them on a database that has none, when several open at once', async () => {
        await dropSchema();

        const others = await Promise.all([1, 2, 3].map(() => openNeo4j(neo4j)));
        await Promise.all(others.map((other) => other.close()));

        const names = (await engine.read('SHOW INDEXES YIELD name')).map(({ name }) => name);
        expect(names).toEqual(
          expect.arrayContaining(['entente_entity_id', 'entente_entity_text', 'entente_passage_text']),
        );
      });

      it('says where nothing answers, and what to do', async () => {
        const address = `neo4j://127.0.0.1:${await findFreePort()}`;

        const failure = await failureOf(openNeo4j({ ...neo4j, address }));

        expect(failure).toMatchObject({ failure: 'unavailable', message: expect.stringContaining(address) });
      });

      it('says which variables to set when the password is wrong', async () => {
        const failure = await failureOf(openNeo4j({ ...neo4j, password: 'not-the-password' }));

        expect(failure).toMatchObject({
          failure: 'forbidden',
          message: expect.stringContaining('NEO4J_PASSWORD'),
        });
      });
    });

    describe('trouble', () => {
      it('writes nothing of a transaction that throws', async () => {
        const before = await fingerprint();

        const writing = engine.write(async (transaction) => {
          await transaction.run('CREATE (:Entity {id: $id})', { id: 'half' });
          throw new Error('on the way');
        });

        await expect(writing).rejects.toThrow('on the way');
        expect(await fingerprint()).toEqual(before);
      });

      it('says within ten seconds that a stalled database does not answer, and answers again when it does', async () => {
        process.kill(neo4j.pid, 'SIGSTOP');
        const started = Date.now();
        const failure = await failureOf(store.summary());
        const waited = Date.now() - started;
        process.kill(neo4j.pid, 'SIGCONT');
        const resumed = Date.now();
        const { counts } = await store.summary();

        expect(failure).toMatchObject({ failure: 'unavailable' });
        expect(waited).toBeLessThan(10_000);
        expect(counts.entities).toBe(8);
        expect(Date.now() - resumed).toBeLessThan(3000);
      });
    });

    it('describes labels, types and properties with their counts', async () => {
      const schema = await engine.schema();

      expect(schema.engine).toMatchObject({ name: 'Neo4j', address: neo4j.address });
      expect(schema.engine.version).toMatch(/^5\.26\./u);
      expect(schema.labels).toContainEqual({
        label: 'Person',
        count: 3,
        properties: expect.arrayContaining(['id', 'name']),
      });
      expect(schema.relationshipTypes).toContainEqual({
        type: 'ACCUSED',
        count: 2,
        properties: expect.arrayContaining(['id', 'start']),
      });
    });

    async function fingerprint() {
      const counts = await engine.read(
        `OPTIONAL MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r) AS relationships`,
      );
      const indexes = await engine.read('SHOW INDEXES YIELD name ORDER BY name');
      return { counts, indexes, epoch: await store.epoch() };
    }

    async function dropSchema() {
      const constraints = await engine.read('SHOW CONSTRAINTS YIELD name');
      for (const { name } of constraints) {
        await engine.write((transaction) => transaction.run(`DROP CONSTRAINT ${String(name)}`));
      }
      const indexes = await engine.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
      for (const { name } of indexes) {
        await engine.write((transaction) => transaction.run(`DROP INDEX ${String(name)}`));
      }
    }

    function runningStatements() {
      return engine.read(
        "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.app = 'entente' AND metaData.queryId IS NOT NULL RETURN currentQuery",
      );
    }
  });
});

const endless = 'UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b RETURN count(*)';

const writes = [
  'CREATE (n)',
  'CREATE (:Entity {id: "x"})-[:X]->(:Entity)',
  'MERGE (n:Entity {id: "x"})',
  'MATCH (n) SET n.x = 1',
  'MATCH (n) SET n:X',
  'MATCH (n) SET n += {x: 1}',
  'MATCH (n) REMOVE n.name',
  'MATCH (n:Entity) REMOVE n:Entity',
  'MATCH (n) DETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  'FOREACH (i IN [1] | CREATE (n))',
  'CALL () { CREATE (n) }',
  'MATCH (n) CALL (n) { SET n.x = 1 }',
  'UNWIND [1, 2] AS i CREATE (n {i: i}) RETURN n',
  'MATCH (n) RETURN n UNION CREATE (n) RETURN n',
  'CALL { CREATE (n) } IN TRANSACTIONS',
  'CREATE INDEX x FOR (n:X) ON (n.x)',
  'CREATE CONSTRAINT x FOR (n:X) REQUIRE n.x IS UNIQUE',
  'DROP INDEX entente_entity_text',
  'DROP CONSTRAINT entente_entity_id',
  'CALL db.createLabel("X")',
  'CALL db.createProperty("x")',
  'CREATE USER x SET PASSWORD "abcdefgh"',
  'ALTER CURRENT USER SET PASSWORD FROM "abcdefgh" TO "hgfedcba"',
  'CREATE DATABASE x',
  'DROP DATABASE neo4j',
  'STOP DATABASE neo4j',
];

/** What Community does not even know. */
const refusedBySyntax = new Set(['CREATE DATABASE x', 'DROP DATABASE neo4j', 'STOP DATABASE neo4j']);

function networkStatements(port: number): readonly string[] {
  const hosts = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '0.0.0.0',
    '127.1',
    '2130706433',
    '0x7f000001',
    '[::ffff:127.0.0.1]',
  ];
  const urls = hosts.flatMap((host) => [`http://${host}:${port}/x`, `ftp://${host}:${port}/x`]);
  return [
    ...urls.map((url) => `LOAD CSV FROM '${url}' AS line RETURN line`),
    `LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:${port}/x' AS line RETURN line`,
    `load /* c */ csv from 'http://127.0.0.1:${port}/x' as line return line`,
    `CALL () { LOAD CSV FROM 'http://127.0.0.1:${port}/x' AS line RETURN line } RETURN line`,
    `WITH 'http://127.0.0.1:${port}/' AS url LOAD CSV FROM url + 'x' AS line RETURN line`,
  ];
}

async function listen(): Promise<{ server: Server; port: number; connections: () => number }> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, port, connections: () => count };
}

async function openEmpty(): Promise<Engine> {
  const engine = await openNeo4j(neo4j);
  await engine.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
  return engine;
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
}
