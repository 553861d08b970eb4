import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ask, ofOurPage, signIn, type Answer } from './setup/ask';
import { defaultCredentials } from './setup/default-credentials';
import { PASSWORD, startServer, type TestServer } from './setup/start-server';

/** Fewer than may wait for their turn to be hashed. */
const AT_ONCE = 10;
const PROXIED = 'https://graph.example.org';

let direct: TestServer;
let proxied: TestServer;
let unset: TestServer;

beforeAll(async () => {
  direct = await startServer();
  proxied = await startServer({ ENTENTE_ORIGIN: PROXIED });
  unset = await startServer({ ENTENTE_ADMIN_PASSWORD: '' });
}, 300_000);

afterAll(async () => {
  await Promise.all([direct, proxied, unset].map((server) => server.stop()));
});

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends, for eight hours', async () => {
    const answer = await trySignIn(direct, PASSWORD, ofOurPage(direct));

    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ signedIn: true, configured: true });
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^entente-session=[^;]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/u);
    expect(cookie).not.toContain(PASSWORD);
  });

  it('travels by https alone where people use https', async () => {
    const answer = await trySignIn(proxied, PASSWORD, throughProxy('192.0.2.1'));

    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Secure$/u);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('ends everywhere when somebody signs out (S17)', async () => {
    const [here, there] = [await signIn(direct), await signIn(direct)];

    const answer = await ask(direct, '/api/admin/session', { method: 'DELETE', headers: here });

    expect(answer.json()).toMatchObject({ signedIn: false });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^entente-session=; Path=\/; Max-Age=0;/u);
    for (const headers of [here, there]) {
      expect((await ask(direct, '/api/admin/schema', { headers })).status).toBe(401);
    }
  });

  it('is not ended by somebody who is not signed in', async () => {
    const headers = await signIn(direct);

    await ask(direct, '/api/admin/session', { method: 'DELETE', headers: ofOurPage(direct) });

    expect((await ask(direct, '/api/admin/schema', { headers })).status).toBe(200);
  });

  it('opens what is behind it', async () => {
    const headers = await signIn(direct);

    const answer = await ask(direct, '/api/admin/schema', { headers });

    expect(answer.json()).toMatchObject({
      labels: expect.arrayContaining([expect.objectContaining({ label: 'Entity', count: 4 })]),
      relationshipTypes: expect.arrayContaining([expect.objectContaining({ type: 'ACCUSED', count: 1 })]),
    });
  });
});

describe('behind a proxy', () => {
  it('only the configured origin can sign in, not the same by http', async () => {
    const headers = { ...throughProxy('192.0.2.2'), origin: PROXIED.replace('https', 'http') };

    expect((await trySignIn(proxied, PASSWORD, headers)).status).toBe(403);
  });

  it('no default password works (S14)', async () => {
    for (let at = 0; at < defaultCredentials.length; at += AT_ONCE) {
      const some = defaultCredentials.slice(at, at + AT_ONCE);
      const answers = await Promise.all(
        some.map((password, index) => trySignIn(proxied, password, throughProxy(`198.51.100.${at + index}`))),
      );

      expect(answers.map(({ status }) => status)).toEqual(some.map(() => 401));
    }
    expect(defaultCredentials.length).toBeGreaterThanOrEqual(50);
  }, 120_000);

  it('an address that guesses is held back, and another still gets in (S15)', async () => {
    const guesses: Answer[] = [];
    for (let guess = 0; guess < 100; guess += 1) {
      guesses.push(await trySignIn(proxied, `wrong ${guess}`, throughProxy('203.0.113.9')));
    }

    const right = await trySignIn(proxied, PASSWORD, throughProxy('203.0.113.10'));

    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
    const held = guesses.filter(({ status }) => status === 429);
    expect(held.length).toBeGreaterThanOrEqual(90);
    expect(held.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
    expect(right.status).toBe(200);
  }, 120_000);
});

describe('without a proxy', () => {
  it('an address cannot give itself another name to guess on', async () => {
    // All at once: the minute that the limit counts in must not end half-way on a slow machine.
    const statuses = await Promise.all(
      Array.from({ length: 15 }, async (_, guess) => {
        const headers = {
          'x-forwarded-for': `192.0.2.${guess}`,
          'x-entente-peer': `192.0.2.${guess}`,
          'x-real-ip': `192.0.2.${guess}`,
        };
        return (await trySignIn(direct, 'wrong', { ...ofOurPage(direct), ...headers })).status;
      }),
    );

    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(statuses).toContain(429);
  }, 120_000);
});

describe('a server without a password', () => {
  it('lets nobody in and says what to do', async () => {
    const session = await ask(unset, '/api/admin/session');
    const answer = await trySignIn(unset, 'anything', ofOurPage(unset));

    expect(session.json()).toEqual({ signedIn: false, configured: false });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('ENTENTE_ADMIN_PASSWORD');
  });
});

function trySignIn(server: TestServer, password: string, headers: Record<string, string>): Promise<Answer> {
  return ask(server, '/api/admin/session', { method: 'POST', headers, body: JSON.stringify({ password }) });
}

/** What arrives when a proxy hands on a request of this address to a page of ours. */
function throughProxy(address: string): Record<string, string> {
  return {
    host: new URL(PROXIED).host,
    origin: PROXIED,
    'x-forwarded-for': `10.0.0.1, ${address}`,
    'content-type': 'application/json',
  };
}
