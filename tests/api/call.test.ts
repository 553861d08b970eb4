import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

import { afterEach, describe, expect, it } from '@jest/globals';

import { call } from '@/lib/api/call';
import { callCypher } from '@/lib/api/call-cypher';
import { healthEndpoint } from '@/lib/api/health-endpoint';
import { entityPassagesEndpoint } from '@/lib/api/entity-passages-endpoint';
import { graphEndpoint } from '@/lib/api/graph-endpoint';
import { toTarget } from '@/lib/api/send';
import { signInEndpoint } from '@/lib/api/session-endpoint';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

/** Starts a server that answers as a test says, and returns its origin. */
async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
}

describe('the address of a request', () => {
  it('holds the path’s parameters, encoded, and the others as a query', () => {
    expect(toTarget(entityPassagesEndpoint, { id: '中国', limit: 5 })).toBe(
      '/api/entities/%E4%B8%AD%E5%9B%BD/passages?limit=5',
    );
  });

  it('repeats a list and leaves out what is undefined', () => {
    expect(toTarget(graphEndpoint, { seed: ['a', 'b'], from: undefined, depth: 0 })).toBe(
      '/api/graph?seed=a&seed=b&depth=0',
    );
  });

  it('does not hold what is sent as a body', () => {
    expect(toTarget(signInEndpoint, { password: 'secret' })).toBe('/api/admin/session');
  });
});

describe('a call', () => {
  it('gives the parsed answer', async () => {
    const health = { status: 'ok', version: '1', store: { engine: 'embedded' }, epoch: 'e' };
    const origin = await listen((_, response) => response.end(JSON.stringify(health)));

    await expect(call(healthEndpoint, {}, { origin })).resolves.toEqual(health);
  });

  it.each([
    [400, 'invalid'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [413, 'invalid'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('that is answered with %i fails as %s, with the problem’s words and fields', async (status, failure) => {
    const errors = [{ path: 'limit', message: 'is wrong' }];
    const problem = { type: 'about:blank', title: 'No', status, detail: 'Because.', errors };
    const origin = await listen((_, response) => {
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    });

    await expect(call(healthEndpoint, {}, { origin })).rejects.toMatchObject({
      name: 'EntenteError',
      failure,
      message: 'Because.',
      fields: errors,
    });
  });

  it.each(['<html>Bad gateway</html>', '{}', ''])(
    'that is refused with %j fails in words all the same',
    async (body) => {
      const origin = await listen((_, response) => response.writeHead(502).end(body));

      await expect(call(healthEndpoint, {}, { origin })).rejects.toMatchObject({
        failure: 'unavailable',
        message: expect.stringContaining('502'),
      });
    },
  );

  it.each(['{"status":"ok"}', 'not json', ''])('whose answer is %j fails as unavailable', async (body) => {
    const origin = await listen((_, response) => response.end(body));

    await expect(call(healthEndpoint, {}, { origin })).rejects.toMatchObject({ failure: 'unavailable' });
  });

  it('to nobody fails as unavailable', async () => {
    const origin = await listen((_, response) => response.end());
    server?.close();

    await expect(call(healthEndpoint, {}, { origin })).rejects.toMatchObject({ failure: 'unavailable' });
  });

  it('that is aborted fails with the reason of its signal', async () => {
    const origin = await listen(() => {});
    const gone = new AbortController();
    const asked = call(healthEndpoint, {}, { origin, signal: gone.signal });

    gone.abort();

    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    server?.closeAllConnections();
  });
});

describe('a console call', () => {
  it('puts lines together that arrive in pieces', async () => {
    const text = '{"columns":["x"]}\n{"row":["ü"]}\n{"row":[2]}\n';
    const origin = await listen((_, response) => {
      for (const byte of Buffer.from(text)) response.write(Buffer.from([byte]));
      response.end();
    });
    const events: unknown[] = [];

    for await (const event of callCypher({ query: 'RETURN 1' }, { origin })) events.push(event);

    expect(events).toEqual([{ columns: ['x'] }, { row: ['ü'] }, { row: [2] }]);
  });

  it('gives the rows before a failure, then fails with its place', async () => {
    const position = { start: 0, end: 1, line: 1, column: 1 };
    const problem = { type: 't', title: 'Late', status: 504, detail: 'Too long.', position };
    const origin = await listen((_, response) =>
      response.end(`{"columns":["x"]}\n{"row":[1]}\n${JSON.stringify({ problem })}\n`),
    );
    const events = callCypher({ query: 'RETURN 1' }, { origin });

    expect((await events.next()).value).toEqual({ columns: ['x'] });
    expect((await events.next()).value).toEqual({ row: [1] });
    await expect(events.next()).rejects.toMatchObject({
      failure: 'unavailable',
      message: 'Too long.',
      position,
    });
  });

  it('says when the rows break off', async () => {
    const origin = await listen((_, response) => response.end('{"columns":["x"]}\n{"row":[1'));
    const events = callCypher({ query: 'RETURN 1' }, { origin });
    await events.next();

    await expect(events.next()).rejects.toMatchObject({ failure: 'unavailable' });
  });
});
