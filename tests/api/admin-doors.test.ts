import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealData } from 'iron-session';

import { endpoints } from '@/lib/api/endpoints';

import { ask, askConsole, ofOurPage, signIn, type Answer } from './setup/ask';
import { PASSWORD, startServer, type TestServer } from './setup/start-server';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
}, 240_000);

afterAll(async () => {
  await server.stop();
});

const adminDoors = [
  { method: 'GET', path: '/api/admin/schema' },
  { method: 'POST', path: '/api/admin/cypher' },
  { method: 'DELETE', path: '/api/admin/cypher/3f0c8a52-6e0b-4c3e-8a54-0d6a1c7f9b11' },
  { method: 'GET', path: '/api/admin/formats' },
  { method: 'GET', path: '/api/admin/datasets' },
  { method: 'POST', path: '/api/admin/datasets' },
  { method: 'DELETE', path: '/api/admin/datasets/l-fixture' },
  { method: 'GET', path: '/api/admin/rejects/anything' },
];

describe('an admin route without a session (S9)', () => {
  const attempts: {
    name: string;
    headers?: Record<string, string>;
    bend?: (path: string) => string;
    method?: string;
  }[] = [
    { name: 'no cookie' },
    { name: 'an empty cookie', headers: { cookie: 'entente-session=' } },
    {
      name: 'x-middleware-subrequest',
      headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    },
    {
      name: 'x-middleware-subrequest of src',
      headers: { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy' },
    },
    { name: 'rsc headers', headers: { rsc: '1', 'next-router-prefetch': '1' } },
    { name: 'x-nextjs-data', headers: { 'x-nextjs-data': '1' } },
    {
      name: 'x-forwarded-host and x-original-url',
      headers: { 'x-forwarded-host': 'localhost', 'x-original-url': '/' },
    },
    { name: '.rsc', bend: (path) => `${path}.rsc` },
    { name: '.json', bend: (path) => `${path}.json` },
    { name: '?_rsc', bend: (path) => `${path}?_rsc=1` },
    { name: 'an encoded slash', bend: (path) => path.replace('/admin/', '/admin%2F') },
    { name: 'a double slash', bend: (path) => path.replace('/admin/', '//admin//') },
    { name: 'an encoded letter', bend: (path) => path.replace('admin', '%61dmin') },
    { name: 'a dot segment', bend: (path) => path.replace('/api/', '/api/./documents/../') },
    { name: 'an encoded dot segment', bend: (path) => path.replace('/api/', '/api/documents/%2e%2e/') },
    { name: 'another case', bend: (path) => path.replace('admin', 'ADMIN') },
    { name: 'a trailing slash', bend: (path) => `${path}/` },
    { name: '_next/data', bend: (path) => `/_next/data/build${path}.json` },
    { name: 'HEAD', method: 'HEAD' },
    { name: 'OPTIONS', method: 'OPTIONS' },
  ];
  const cases = adminDoors.flatMap((door) =>
    attempts.map((attempt) => ({
      ...door,
      ...attempt,
      path: door.path,
      verb: attempt.method ?? door.method,
    })),
  );

  it.each(cases)('gives nothing to $verb $path with $name', async ({ verb, path: door, headers, bend }) => {
    const answer = await ask(server, bend?.(door) ?? door, {
      method: verb,
      headers: { ...ofOurPage(server), ...headers },
      ...(verb === 'POST' && { body: '{"query":"MATCH (n) RETURN n"}' }),
    });

    expectNothing(answer);
    // A bent path or method may lead nowhere; a straight one leads to the door, which is closed. Next sends those that ask for RSC round once.
    if (!bend && verb !== 'HEAD' && verb !== 'OPTIONS') expect([401, 307]).toContain(answer.status);
  });

  it.each(adminDoors)(
    'gives nothing to $method $path with a cookie sealed by another password',
    async ({ method, path: door }) => {
      const seal = await sealData(
        { epoch: 0, expiresAt: '2999-01-01T00:00:00Z' },
        { password: 'a password that the server does not have' },
      );

      const answer = await ask(server, door, {
        method,
        headers: { ...ofOurPage(server), cookie: `entente-session=${seal}` },
        ...(method === 'POST' && { body: '{"query":"RETURN 1"}' }),
      });

      expect(answer.status).toBe(401);
    },
  );

  it('is the case for every admin endpoint that the contract names', () => {
    const named = endpoints.filter(
      ({ path: door }) => door.startsWith('/api/admin/') && !door.endsWith('/session'),
    );

    expect(named.map(({ method }) => method).sort()).toEqual(adminDoors.map(({ method }) => method).sort());
  });
});

describe('a request from a page that is not ours (S11)', () => {
  const origins: [string, (server: TestServer) => Record<string, string>][] = [
    ['no origin', () => ({})],
    ['null', () => ({ origin: 'null' })],
    ['another site', () => ({ origin: 'https://evil.example' })],
    ['https instead of http', ({ port }) => ({ origin: `https://127.0.0.1:${port}` })],
    ['another port', ({ port }) => ({ origin: `http://127.0.0.1:${port + 1}` })],
    ['another name of this machine', ({ port }) => ({ origin: `http://localhost:${port}` })],
    ['a name that begins like ours', ({ origin }) => ({ origin: `${origin}.evil.example` })],
  ];

  it.each(origins)('cannot sign in: %s', async (_, toHeaders) => {
    const answer = await ask(server, '/api/admin/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...toHeaders(server) },
      body: JSON.stringify({ password: PASSWORD }),
    });

    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('cannot use a session: no statement runs, and nobody is signed out', async () => {
    const { cookie = '' } = await signIn(server);
    for (const [, toHeaders] of origins) {
      const headers = { 'content-type': 'application/json', cookie, ...toHeaders(server) };

      const run = await askConsole(server, headers, { query: 'RETURN 1' });
      const end = await ask(server, '/api/admin/session', { method: 'DELETE', headers });

      expect([run.status, end.status]).toEqual([403, 403]);
    }
    const session = await ask(server, '/api/admin/session', { headers: { cookie } });
    expect(session.json()).toMatchObject({ signedIn: true });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'cannot send what a form can send: %s',
    async (type) => {
      const { cookie = '' } = await signIn(server);

      const answer = await ask(server, '/api/admin/cypher', {
        method: 'POST',
        headers: { origin: server.origin, cookie, ...(type !== '' && { 'content-type': type }) },
        body: '{"query":"RETURN 1"}',
      });

      expect(answer.status).toBe(415);
    },
  );
});

function expectNothing(answer: Answer): void {
  expect(answer.status === 200 && answer.text !== '').toBe(false);
  expect(answer.text).not.toMatch(/relationshipTypes|"row"|"columns"|cancelled|"loads"|"formats"|undone/u);
}
