import { execFileSync } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { callCypher } from '@/lib/api/call-cypher';
import { CypherEvent } from '@/lib/model/cypher-event';

import { ask, askConsole, readLines, signIn } from './setup/ask';
import { startServer, type TestServer } from './setup/start-server';

const ACCUSATIONS = 'MATCH (a)-[r:ACCUSED]->(b) RETURN a, r, b';

let server: TestServer;
let admin: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  admin = await signIn(server);
}, 240_000);

afterAll(async () => {
  await server.stop();
});

describe('the console', () => {
  it('answers with columns, rows and a summary, one JSON value per line', async () => {
    const answer = await askConsole(server, admin, { query: ACCUSATIONS });

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const lines = readLines(answer);
    for (const line of lines) expect(CypherEvent.parse(line)).toEqual(line);
    expect(lines).toMatchObject([
      { columns: ['a', 'r', 'b'], queryId: answer.headers['entente-query-id'] },
      { row: [{ $type: 'node' }, { $type: 'relationship' }, { $type: 'node' }] },
      { summary: { rows: 1, truncated: false, queryType: 'r', rolledBack: true } },
    ]);
  });

  it('gives its rows compressed to a client that can read that', async () => {
    const headers = { ...admin, 'accept-encoding': 'gzip' };

    const response = await fetch(`${server.origin}/api/admin/cypher`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: 'UNWIND range(1, 500) AS x RETURN x' }),
    });

    expect(response.headers.get('content-encoding')).toBe('gzip');
    const lines = (await response.text()).trim().split('\n');
    expect(lines).toHaveLength(502);
  });

  it('takes parameters, and names the ones that are missing', async () => {
    const query = 'MATCH (e:Entity {id: $id}) RETURN e.name AS name, $tag AS tag';

    const complete = await askConsole(server, admin, { query, parameters: { id: 'usa', tag: 'x' } });
    const lacking = await askConsole(server, admin, { query, parameters: { id: 'usa' } });

    expect(readLines(complete)[1]).toEqual({ row: ['United States', 'x'] });
    expect(lacking.status).toBe(400);
    expect(lacking.json()).toMatchObject({ errors: [{ path: 'parameters.tag' }] });
  });

  it('says where in the text a statement is wrong', async () => {
    const answer = await askConsole(server, admin, { query: 'MATCH (a)\nDELETE a' });

    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ position: { start: 10, end: 16, line: 2, column: 1 } });
  });

  it('stops at the row limit and says so', async () => {
    const answer = await askConsole(server, admin, { query: 'UNWIND range(1, 1000000) AS x RETURN x' });

    const lines = readLines(answer);
    expect(lines).toHaveLength(1002);
    expect(lines.at(-1)).toMatchObject({ summary: { rows: 1000, truncated: true } });
  });

  it('stops at ten megabytes and says so', async () => {
    const query = `UNWIND range(1, 10000) AS x RETURN x, $filler AS filler`;

    const answer = await askConsole(server, admin, {
      query,
      parameters: { filler: 'x'.repeat(5000) },
      limit: 10_000,
    });

    expect(answer.text.length).toBeLessThan(11 * 1024 * 1024);
    expect(readLines(answer).at(-1)).toMatchObject({ summary: { truncated: true } });
  });

  it('refuses a statement of more than 100 kB and a body of more than half a megabyte', async () => {
    const long = await askConsole(server, admin, { query: `RETURN '${'x'.repeat(100_000)}'` });
    const longer = await askConsole(server, admin, {
      query: 'RETURN 1',
      parameters: { x: 'x'.repeat(600_000) },
    });

    expect([long.status, longer.status]).toEqual([413, 413]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses %s as the name of a parameter',
    async (name) => {
      const answer = await ask(server, '/api/admin/cypher', {
        method: 'POST',
        headers: admin,
        body: `{"query": "RETURN 1", "parameters": {"${name}": {"polluted": true}}}`,
      });

      expect(answer.status).toBe(400);
      expect(Object.prototype).not.toHaveProperty('polluted');
    },
  );

  it('ends a statement that runs too long, and answers the next', async () => {
    const started = performance.now();

    const answer = await askConsole(server, admin, {
      query: 'UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x',
      timeoutMs: 1000,
    });

    expect([504, 507]).toContain(answer.status);
    expect(performance.now() - started).toBeLessThan(3000);
    expect((await askConsole(server, admin, { query: 'RETURN 1 AS one' })).status).toBe(200);
  });

  it('survives a statement that takes all memory, and answers the next within three seconds', async () => {
    const before = readResidentBytes(server.pid);

    const answer = await askConsole(server, admin, {
      query: 'RETURN size(collect(range(1, 1000000000))) AS n',
    });

    expect([504, 507]).toContain(answer.status);
    expect(readResidentBytes(server.pid) - before).toBeLessThan(100 * 1024 * 1024);
    const started = performance.now();
    expect((await askConsole(server, admin, { query: 'RETURN 1 AS one' })).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('ends a statement that is cancelled by its id', async () => {
    const queryId = crypto.randomUUID();
    const running = askConsole(server, admin, {
      query: 'UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x',
      queryId,
    });

    const cancelled = await untilStatus(200, () =>
      ask(server, `/api/admin/cypher/${queryId}`, { method: 'DELETE', headers: admin }),
    );

    expect(cancelled.json()).toEqual({ cancelled: true });
    expect((await running).status).toBe(499);
    const again = await ask(server, `/api/admin/cypher/${queryId}`, { method: 'DELETE', headers: admin });
    expect(again.status).toBe(404);
  });

  it('ends a statement whose client has gone away', async () => {
    const queryId = crypto.randomUUID();
    const gone = new AbortController();
    const body = JSON.stringify({
      query: 'UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x',
      queryId,
    });
    const running = fetch(`${server.origin}/api/admin/cypher`, {
      method: 'POST',
      headers: admin,
      body,
      signal: gone.signal,
    });
    // The run is under way once later questions to the same store are answered; one alone may overtake it on another connection.
    for (let times = 0; times < 20; times += 1) await ask(server, '/api/health');

    gone.abort();

    await expect(running).rejects.toThrow();
    const audit = await untilLogged(queryId);
    expect(audit).toMatchObject({ event: 'console-run', outcome: 'failed', status: 499 });
    const free = await askConsole(server, admin, { query: 'RETURN 1', queryId });
    expect(free.status).toBe(200);
  });

  it('meets its caller in TypeScript as events, and a refusal as an error with its place', async () => {
    const session = { origin: server.origin, headers: admin };

    const events: unknown[] = [];
    for await (const event of callCypher({ query: 'RETURN 1 AS one' }, session)) events.push(event);

    expect(events).toMatchObject([{ columns: ['one'] }, { row: [1] }, { summary: { rows: 1 } }]);
    const refused = callCypher({ query: 'CREATE (a)' }, session).next();
    await expect(refused).rejects.toMatchObject({ failure: 'invalid', position: { line: 1, column: 1 } });
  });
});

/** Asks again until the answer has the status; the test's own time limit ends it otherwise. */
async function untilStatus<T extends { status: number }>(status: number, act: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await act();
    if (answer.status === status) return answer;
  }
}

/** The line of audit of a run, once it is written. */
async function untilLogged(queryId: string): Promise<unknown> {
  for (;;) {
    const line = server
      .readLog()
      .split('\n')
      .find((each) => each.includes(queryId));
    if (line !== undefined) return JSON.parse(line);
    await ask(server, '/api/health');
  }
}

function readResidentBytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) * 1024;
}
