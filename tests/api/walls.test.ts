import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { ask, askConsole, signIn } from './setup/ask';
import { PASSWORD, startServer, type TestServer } from './setup/start-server';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
}, 240_000);

afterAll(async () => {
  await server.stop();
});

describe('a request to another name (S12)', () => {
  const paths = [
    '/',
    '/documents',
    '/admin',
    '/api/health',
    '/api/graph',
    '/api/openapi.json',
    '/api/nothing',
    '/api/admin/datasets',
    '/favicon.ico',
  ];
  const hosts = (port: number) => [
    'evil.example',
    `evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `127.0.0.1:${port + 1}`,
    'localhost',
    `0.0.0.0:${port}`,
  ];

  it('is refused on every route, static files included', async () => {
    for (const door of [
      ...paths,
      findStaticFile(),
      '/_next/static/nothing.js',
      '/_next/image?url=x&w=64&q=75',
    ]) {
      for (const host of hosts(server.port)) {
        const answer = await ask(server, door, { headers: { host } });

        expect({ door, host, status: answer.status }).toEqual({ door, host, status: 421 });
        expect(answer.headers['content-type']).toBe('application/problem+json');
      }
    }
  });

  it('is refused with the header that once switched the proxy off', async () => {
    const answer = await ask(server, '/api/health', {
      headers: { host: 'evil.example', 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    });

    expect(answer.status).toBe(421);
  });

  it('is answered when the name is one of this machine', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      const answer = await ask(server, '/api/health', { headers: { host: `${name}:${server.port}` } });

      expect(answer.status).toBe(200);
    }
  });
});

describe('the listener (S13)', () => {
  it('is reached by this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, scopeid }) => !internal && !scopeid)
      .map(({ address }) => address);
    const reached = await Promise.all(others.map((address) => canConnect(address, server.port)));

    expect(await canConnect('127.0.0.1', server.port)).toBe(true);
    expect(reached).not.toContain(true);
  });

  it('is not opened to other machines without a password that somebody chose', () => {
    const started = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
      env: {
        ...process.env,
        HOST: '0.0.0.0',
        PORT: '0',
        ENTENTE_DATA: server.data,
        ENTENTE_ADMIN_PASSWORD: '',
      },
      encoding: 'utf8',
    });

    expect(started.status).toBe(1);
    expect(started.stderr).toContain('ENTENTE_ADMIN_PASSWORD');
  });

  it('answers within half a second while five hundred sockets say nothing (S37)', async () => {
    const sockets = await Promise.all(Array.from({ length: 500 }, () => openSocket(server.port)));
    const started = performance.now();

    const answer = await ask(server, '/api/health');

    expect(answer.status).toBe(200);
    expect(performance.now() - started).toBeLessThan(500);
    for (const socket of sockets) socket.destroy();
  });
});

describe('every answer', () => {
  it.each(['/', '/api/health', '/api/graph', '/api/nothing', '/api/admin/datasets', '/nothing', 'static'])(
    'tells the browser what it may do: %s',
    async (door) => {
      const answer = await ask(server, door === 'static' ? findStaticFile() : door);

      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/u);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).toContain(`worker-src 'self' blob:`);
      expect(policy).not.toContain('unsafe-eval');
      expect(policy.replace(`style-src-attr 'unsafe-inline'`, '')).not.toContain('unsafe-inline');
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(answer.headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('has a nonce of its own, which every script of a page carries', async () => {
    const [first, second] = [await ask(server, '/'), await ask(server, '/')];

    const nonces = [first, second].map(
      ({ headers }) => /'nonce-([^']+)'/u.exec(String(headers['content-security-policy']))?.[1],
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    const scripts = first.text.match(/<script\b[^>]*>/gu) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonces[0] ?? ''}"`))).toEqual([]);
  });

  it('of the interface is never kept for others (S39)', async () => {
    const { cookie = '' } = await signIn(server);
    for (const door of [
      '/api/health',
      '/api/graph',
      '/api/summary',
      '/api/documents',
      '/api/openapi.json',
      '/api/nothing',
      '/api/admin/schema',
      '/api/admin/session',
    ]) {
      const answer = await ask(server, door, { headers: { cookie } });

      expect(answer.headers['cache-control']).toMatch(/private|no-store/u);
      expect(answer.headers['cache-control']).not.toContain('public');
    }
  });

  it('of an optimiser of images does not exist (S10)', async () => {
    const answer = await ask(server, '/_next/image?url=%2Ffavicon.ico&w=64&q=75');

    expect(answer.status).toBe(404);
  });
});

describe('the build (S10)', () => {
  it('holds no server action', () => {
    const Manifest = z.object({
      node: z.record(z.string(), z.unknown()),
      edge: z.record(z.string(), z.unknown()),
    });

    const { node, edge } = Manifest.parse(
      JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')),
    );

    expect([node, edge]).toEqual([{}, {}]);
  });
});

describe('what is written down (S24)', () => {
  it('holds no password, no cookie and no word of a statement, and the bundle neither', async () => {
    const headers = await signIn(server);
    await askConsole(server, headers, { query: `RETURN 'canary-literal-91c' AS x` });
    await askConsole(server, headers, { query: `RETURN 'canary-literal-91c` });
    await askConsole(server, headers, {
      query: `RETURN 'canary-literal-91c' + {} AS x, toInteger('canary-literal-91c').y`,
    });

    const log = server.readLog();

    expect(log).toContain('"event":"console-run"');
    for (const secret of [PASSWORD, 'canary-literal-91c', headers['cookie'] ?? 'entente-session=']) {
      expect(log).not.toContain(secret);
    }
    const bundle = listFiles(path.join('.next', 'static')).map((file) => readFileSync(file, 'utf8'));
    // The sign-in page names the variable ENTENTE_ADMIN_PASSWORD in its help; its value is what must not be there.
    for (const secret of ['NEO4J_PASSWORD', PASSWORD]) {
      expect(bundle.filter((text) => text.includes(secret)).length).toBe(0);
    }
  });
});

function findStaticFile(): string {
  const [file = ''] = listFiles(path.join('.next', 'static', 'chunks')).filter((name) =>
    name.endsWith('.js'),
  );
  return `/_next/static/${path.relative(path.join('.next', 'static'), file)}`;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const settle = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
  });
}

function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
