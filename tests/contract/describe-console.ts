import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { GraphStore } from '@/lib/store/types';

import { littleWorld } from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';
import { collect, fingerprint, readAll, runStatement } from './test-store';

/** Runs for hours in little memory: with long ranges the wall around memory may come before that around time. */
const ENDLESS =
  'UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y UNWIND range(1, 1000) AS z UNWIND range(1, 1000) AS w WITH x, w WHERE x + w < 0 RETURN count(x)';

/** What a console statement answers, and where it ends. */
export function describeConsole(open: OpenTestStore): void {
  describe('console', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterAll(() => test.close());

    it('gives nodes and relationships as plain values with our own ids', async () => {
      const { columns, rows, summary } = await collect(
        runStatement(store, 'MATCH (a)-[r:ACCUSED]->(b) RETURN a, r, b ORDER BY r.id'),
      );

      expect(columns).toEqual(['a', 'r', 'b']);
      expect(rows).toHaveLength(2);
      const [a, r, b] = rows[0] ?? [];
      expect(a).toMatchObject({ $type: 'node', properties: { id: 'usa', name: 'United States' } });
      expect(keysOf(a)).toEqual(['$type', 'labels', 'properties']);
      expect(r).toMatchObject({
        $type: 'relationship',
        type: 'ACCUSED',
        start: 'usa',
        end: 'china',
        properties: { id: 'accused', evidence: 3, contested: true },
      });
      expect(keysOf(r)).toEqual(['$type', 'end', 'properties', 'start', 'type']);
      expect(b).toMatchObject({ $type: 'node', properties: { id: 'china' } });
      expect(summary).toMatchObject({
        rows: 2,
        truncated: false,
        queryType: 'r',
        counters: {},
        rolledBack: true,
      });
      expect(summary?.bytes).toBeGreaterThan(100);
    });

    it('gives a path as its nodes and relationships', async () => {
      const [[path] = []] = await readAll(store, `MATCH p = (:Entity {id: 'blinken'})-[:MET]->() RETURN p`);

      expect(path).toMatchObject({
        $type: 'path',
        nodes: [{ properties: { id: 'blinken' } }, { properties: { id: 'xi' } }],
        relationships: [{ type: 'MET', start: 'blinken', end: 'xi' }],
      });
    });

    it('gives values of every kind as JSON', async () => {
      const [row] = await readAll(
        store,
        `RETURN null AS a, true AS b, 3 AS c, 1.5 AS d, 'x' AS e, [1, 'y', null] AS f, {k: {l: 2}} AS g, 9007199254740993 AS h`,
      );

      expect(row).toEqual([null, true, 3, 1.5, 'x', [1, 'y', null], { k: { l: 2 } }, '9007199254740993']);
    });

    it('takes parameters', async () => {
      const { rows } = await collect(
        runStatement(store, 'MATCH (e:Entity) WHERE e.id IN $ids AND e.name <> $name RETURN e.id', {
          parameters: { ids: ['usa', 'xi'], name: 'Xi Jinping' },
        }),
      );

      expect(rows).toEqual([['usa']]);
    });

    it('ends after the most rows it may give, and says so', async () => {
      const { rows, summary } = await collect(
        runStatement(store, 'UNWIND range(1, 100000) AS x RETURN x', { limits: { maxRows: 7 } }),
      );

      expect(rows).toHaveLength(7);
      expect(summary).toMatchObject({ rows: 7, truncated: true });
    });

    it('is not truncated by exactly as many rows as it may give', async () => {
      const { summary } = await collect(
        runStatement(store, 'UNWIND range(1, 7) AS x RETURN x', { limits: { maxRows: 7 } }),
      );

      expect(summary).toMatchObject({ rows: 7, truncated: false });
    });

    it('ends before the most bytes it may give, and says so', async () => {
      const { rows, summary } = await collect(
        runStatement(store, `UNWIND range(1, 1000) AS x RETURN 'some text of thirty characters' AS text`, {
          limits: { maxBytes: 1_000 },
        }),
      );

      expect(rows.length).toBeGreaterThan(5);
      expect(rows.length).toBeLessThan(40);
      expect(summary?.truncated).toBe(true);
      expect(summary?.bytes).toBeLessThanOrEqual(1_000);
    });

    it('says what is wrong with a statement and where', async () => {
      const { rows, problem } = await collect(runStatement(store, 'MATCH (a)\nRETURN a +'));

      expect(rows).toEqual([]);
      expect(problem).toMatchObject({ status: 400, position: { line: 2 } });
      expect(problem?.detail.length).toBeGreaterThan(5);
    });

    it('says that a parameter is missing', async () => {
      const { problem } = await collect(runStatement(store, 'RETURN $missing AS x'));

      expect(problem).toMatchObject({ status: 400 });
      expect(problem?.detail).toMatch(/missing/i);
    });

    it.each([
      `CREATE (:Entity {id: 'intruder'})`,
      `MATCH (e:Entity) SET e.name = 'x'`,
      'MATCH (e:Entity) DETACH DELETE e',
      `MERGE (t:RelationType {type: 'NEW'}) RETURN t`,
    ])('changes nothing by %s', async (text) => {
      const before = await fingerprint(store);

      await collect(runStatement(store, text));

      expect(before.length).toBeGreaterThan(20);
      expect(await fingerprint(store)).toEqual(before);
    });

    it('ends a statement at its time limit, and the next one runs', async () => {
      const started = performance.now();

      const { problem } = await collect(runStatement(store, ENDLESS, { limits: { timeoutMs: 500 } }));

      expect(problem).toMatchObject({ status: 504 });
      expect(performance.now() - started).toBeLessThan(3_500);
      expect(await readAll(store, 'RETURN 1 AS one')).toEqual([[1]]);
    });

    it('ends a statement whose caller aborts, without an error, and the next one runs', async () => {
      const controller = new AbortController();
      const events = runStatement(store, ENDLESS, { signal: controller.signal });
      setTimeout(() => {
        controller.abort();
      }, 200);

      const { summary } = await collect(events);

      expect(summary).toBeUndefined();
      expect(await readAll(store, 'RETURN 1 AS one')).toEqual([[1]]);
    });

    it('runs nothing when its caller has aborted before', async () => {
      const controller = new AbortController();
      controller.abort();

      const { columns, rows, summary } = await collect(
        runStatement(store, 'RETURN 1 AS one', { signal: controller.signal }),
      );

      expect([columns, rows, summary]).toEqual([[], [], undefined]);
    });

    it('stops when nobody reads on', async () => {
      for await (const event of runStatement(store, 'UNWIND range(1, 1000) AS x RETURN x')) {
        if ('row' in event) break;
      }

      expect(await readAll(store, 'RETURN 1 AS one')).toEqual([[1]]);
    });

    it('answers others while a statement runs on', async () => {
      const controller = new AbortController();
      const running = collect(runStatement(store, ENDLESS, { signal: controller.signal }));

      const summary = await store.summary();
      controller.abort();

      expect(summary.counts.entities).toBe(8);
      await running;
    });
  });
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value).sort() : [];
}
