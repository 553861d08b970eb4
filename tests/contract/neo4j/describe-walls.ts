import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { collect, runStatement } from '../test-store';
import type { Neo4jTest } from './neo4j-test';
import { fingerprint, runningStatements } from './neo4j-test';
import { endless, many, networkStatements, refusedBySyntax, writes } from './statements.fixture';

/** What stops a statement of the console that would do harm, with no guard before it. */
export function describeWalls(get: () => Neo4jTest): void {
  describe('walls', () => {
    it('refuses every statement that writes or administers, and nothing has changed', async () => {
      const before = await fingerprint(get());

      for (const statement of writes) {
        const { problem, summary } = await collect(runStatement(get().store, statement));

        expect({ statement, summary, status: problem?.status }).toEqual({
          statement,
          summary: undefined,
          status: refusedBySyntax.has(statement) ? 400 : 403,
        });
      }

      expect(await fingerprint(get())).toEqual(before);
    });

    it('refuses writing in a read transaction too, behind the look at the plan', async () => {
      const before = await fingerprint(get());

      for (const statement of writes) await expect(get().engine.read(statement)).rejects.toThrow();

      expect(await fingerprint(get())).toEqual(before);
    });

    it('refuses to look at users, which a read transaction would let through', async () => {
      const { problem, rows } = await collect(runStatement(get().store, 'SHOW USERS'));

      expect(rows).toEqual([]);
      expect(problem?.status).toBe(403);
    });

    it('reaches no address from a query', async () => {
      const { server, port, connections } = await listen();

      for (const statement of networkStatements(port)) {
        const { problem, rows } = await collect(runStatement(get().store, statement));

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
      writeFileSync(path.join(get().neo4j.home, 'import', 'canary.csv'), canary);

      for (const url of ['file:///canary.csv', 'file:///etc/passwd', 'file:canary.csv']) {
        const answer = await collect(runStatement(get().store, `LOAD CSV FROM '${url}' AS line RETURN line`));

        expect(answer.rows).toEqual([]);
        expect(JSON.stringify(answer)).not.toContain(canary);
      }
    });

    it('ends a statement that takes too much memory, and answers the next', async () => {
      const bomb = 'UNWIND range(1, 1000000000) AS i RETURN collect(i)';

      const { problem } = await collect(runStatement(get().store, bomb, { limits: { timeoutMs: 60_000 } }));
      const started = Date.now();
      const next = await collect(runStatement(get().store, 'RETURN 1'));

      expect(problem?.status).toBe(507);
      expect(next.rows).toEqual([[1]]);
      expect(Date.now() - started).toBeLessThan(3000);
    }, 90_000);

    it('ends a statement that takes too long, within a second of its limit', async () => {
      const started = Date.now();

      const { problem } = await collect(runStatement(get().store, endless, { limits: { timeoutMs: 1000 } }));

      expect(problem?.status).toBe(504);
      expect(Date.now() - started).toBeLessThan(2500);
      expect(await runningStatements(get())).toEqual([]);
    });

    it('ends a cancelled statement in the database within a second', async () => {
      const cancel = new AbortController();
      const answer = collect(runStatement(get().store, endless, { signal: cancel.signal }));
      while ((await runningStatements(get())).length === 0) await get().engine.read('RETURN 1');
      const started = Date.now();

      cancel.abort();
      const { summary } = await answer;

      expect(summary).toBeUndefined();
      expect(await runningStatements(get())).toEqual([]);
      expect(Date.now() - started).toBeLessThan(1000);
    });

    it('ends the statement when its reader leaves', async () => {
      for await (const event of runStatement(get().store, many)) {
        if ('row' in event) break;
      }

      expect(await runningStatements(get())).toEqual([]);
    });

    it('leaves every line fit for the next statement, however the one before ended', async () => {
      const { store } = get();
      for (const maxRows of [1, 7, 24, 25, 26]) {
        await collect(runStatement(store, many, { limits: { maxRows } }));
        await collect(runStatement(store, endless, { limits: { timeoutMs: 50 } }));
        await collect(runStatement(store, many, { signal: AbortSignal.timeout(maxRows) }));
      }

      const answers = await Promise.all(
        Array.from({ length: 8 }, () => collect(runStatement(store, 'RETURN 1'))),
      );

      expect(answers.map(({ rows }) => rows)).toEqual(answers.map(() => [[1]]));
    });
  });
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
