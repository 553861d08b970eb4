import { describe, expect, it } from '@jest/globals';

import { collect, runStatement } from '../test-store';
import type { Neo4jTest } from './neo4j-test';

/** What the console makes of the values of Neo4j. */
export function describeValues(get: () => Neo4jTest): void {
  describe('console values', () => {
    it('knows the ends of a relationship by our ids though their nodes are not in the row', async () => {
      const { rows } = await collect(runStatement(get().store, 'MATCH ()-[r:MEMBER_OF]->() RETURN r'));

      expect(rows).toEqual([
        [expect.objectContaining({ $type: 'relationship', type: 'MEMBER_OF', start: 'usa', end: 'nato' })],
      ]);
    });

    it('finds the ends of more relationships than it holds back at once', async () => {
      const many = 'UNWIND range(1, 250) AS i MATCH ()-[r:ACCUSED]->() RETURN [r] AS list, i';

      const { rows, summary } = await collect(runStatement(get().store, many));

      const ends = new Set(
        rows.map(([list]) => (JSON.stringify(list).includes('"start":null') ? 'none' : 'known')),
      );
      expect([...ends]).toEqual(['known']);
      expect(summary?.rows).toBe(500);
    });

    it('lets no id of the database out', async () => {
      const { rows } = await collect(
        runStatement(get().store, 'MATCH p = ()-[r]->() RETURN p, r, {m: r} AS map'),
      );

      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toMatch(/elementId|identity/iu);
      expect(JSON.stringify(rows)).not.toMatch(/"\d:[0-9a-f-]{36}:\d+"/u);
    });

    it('writes dates and times as ISO strings, and integers with every digit', async () => {
      const { rows } = await collect(
        runStatement(
          get().store,
          "RETURN date('2023-06-18'), datetime('2023-06-18T10:00:00Z'), duration('P1Y2D'), duration('PT0S'), 9007199254740993, 3, 0.5, 0.0 / 0.0",
        ),
      );

      expect(rows).toEqual([
        ['2023-06-18', '2023-06-18T10:00:00Z', 'P1Y2D', 'PT0S', '9007199254740993', 3, 0.5, 'NaN'],
      ]);
    });

    it('passes whole numbers as integers and lists and maps as they are', async () => {
      const { rows } = await collect(
        runStatement(get().store, 'RETURN valueType($n) AS type, $map.x AS x, $map.y AS y', {
          parameters: { n: 2, map: { x: 1.5, y: [null, true] } },
        }),
      );

      expect(rows).toEqual([['INTEGER NOT NULL', 1.5, [null, true]]]);
    });

    it('runs a statement that asks for its profile, and still refuses one that writes', async () => {
      const reading = await collect(
        runStatement(get().store, '// how\nprofile MATCH (e:Entity) RETURN count(e)'),
      );
      const writing = await collect(runStatement(get().store, '/* how */ PROFILE CREATE (n)'));

      expect(reading.rows).toEqual([[8]]);
      expect(writing.problem?.status).toBe(403);
    });

    it('names the place of a mistake in the text as typed', async () => {
      const text = 'MATCH (n)\n  RETRN n';

      const { problem } = await collect(runStatement(get().store, text));

      const { start = 0, end = 0, ...place } = problem?.position ?? {};
      expect(text.slice(start, end)).toBe('RETRN');
      expect(place).toEqual({ line: 2, column: 3 });
      expect(problem?.detail).not.toMatch(/EXPLAIN|offset/u);
    });
  });
}
