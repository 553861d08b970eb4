import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { call } from '@/lib/api/call';
import { UPLOAD_HEADER } from '@/lib/api/endpoint';
import { healthEndpoint } from '@/lib/api/health-endpoint';

import { ask, ofOurPage, signIn } from './setup/ask';
import { beginUpload, ofUpload, openPart, sendFiles, toMultipart } from './setup/send-files';
import { startServer, type TestServer } from './setup/start-server';

const LIMIT_BYTES = 48 * 1024 ** 2;
const CANARY = 'canary-outside-the-rejects-71c3';

let server: TestServer;
let admin: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ ENTENTE_UPLOAD_MAX: String(LIMIT_BYTES) });
  admin = await signIn(server);
  writeFileSync(path.join(server.data, 'secret.csv'), CANARY);
  mkdirSync(path.join(server.data, 'rejects'), { recursive: true });
  writeFileSync(path.join(server.data, 'rejects', 'talks-20240101T000000Z.csv'), 'file,line\n');
}, 240_000);

afterAll(async () => {
  await server.stop();
});

const file = { name: 'a.csv', text: 'subject,relation,object\nA,MET,B\n' };

async function epoch(): Promise<string> {
  return (await call(healthEndpoint, {}, { origin: server.origin })).epoch;
}

async function listData(): Promise<string[]> {
  const names = await readdir(server.data, { recursive: true });
  return names.filter((name) => !/^(uploads$|graph|lock|[^/]*\.(db|wal|grafeo|lock))/u.test(name)).sort();
}

describe('an upload', () => {
  it.each(['/api/admin/datasets', '/api/admin/datasets?dryRun=true'])(
    'is not taken without a session: %s',
    async (door) => {
      const answer = await ask(server, door, {
        method: 'POST',
        headers: ofUpload(ofOurPage(server)),
        body: toMultipart([file]),
      });

      expect(answer.status).toBe(401);
    },
  );

  it.each([
    ['no origin', {}],
    ['null', { origin: 'null' }],
    ['another site', { origin: 'https://evil.example' }],
  ])('is not taken from a page that is not ours (S11): %s', async (_, origin) => {
    const { cookie = '' } = admin;
    const before = await epoch();

    const answer = await ask(server, '/api/admin/datasets', {
      method: 'POST',
      headers: ofUpload({ cookie, ...origin }),
      body: toMultipart([file]),
    });

    expect(answer.status).toBe(403);
    expect(await epoch()).toBe(before);
  });

  it('is not taken as a form of another site could send it: without the header of ours, or as anything else', async () => {
    const upload = ofUpload(admin);
    const bare = Object.fromEntries(Object.entries(upload).filter(([name]) => name !== UPLOAD_HEADER));
    const types = [
      bare,
      { ...upload, 'content-type': 'text/plain' },
      { ...upload, 'content-type': 'application/json' },
    ];

    for (const headers of types) {
      const answer = await ask(server, '/api/admin/datasets', {
        method: 'POST',
        headers,
        body: toMultipart([file]),
      });

      expect(answer.status).toBe(415);
    }
  });

  it('is not taken under another host’s name (S12)', async () => {
    const answer = await ask(server, '/api/admin/datasets', {
      method: 'POST',
      headers: { ...ofUpload(admin), host: 'evil.example' },
      body: toMultipart([file]),
    });

    expect(answer.status).toBe(421);
    expect(answer.headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
  });

  it.each([
    ['no file at all', '--entente-test-boundary--\r\n'],
    ['an empty body', ''],
    ['what is not multipart', 'subject,relation,object'],
    ['a part that breaks off', `${openPart('a.csv')}subject,rel`],
    [
      'a field',
      '--entente-test-boundary\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n--entente-test-boundary--\r\n',
    ],
  ])('is refused in words when it holds %s', async (_, body) => {
    const answer = await ask(server, '/api/admin/datasets', {
      method: 'POST',
      headers: ofUpload(admin),
      body,
    });

    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  it('is refused when two files have one name', async () => {
    const answer = await sendFiles(server, admin, { files: [file, { ...file, name: 'A.CSV' }] });

    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Two files');
  });

  it('is refused when a file has the name of a folder', async () => {
    const answer = await sendFiles(server, admin, { files: [file, { ...file, name: 'a.csv/b.csv' }] });

    expect(answer.status).toBe(400);
  });
});

describe('a file’s name (S23)', () => {
  const names = [
    '../escaped.csv',
    '../../escaped.csv',
    '../../../../../../../../tmp/escaped.csv',
    'a/../../escaped.csv',
    'a/../../../escaped.csv',
    './escaped.csv',
    'a/./escaped.csv',
    'a//escaped.csv',
    '/escaped.csv',
    '//escaped.csv',
    '/tmp/escaped.csv',
    '/etc/passwd',
    'C:escaped.csv',
    'C:/escaped.csv',
    'C:\\\\escaped.csv',
    'c:/windows/escaped.csv',
    '..\\\\escaped.csv',
    'a\\\\..\\\\escaped.csv',
    '\\\\\\\\server\\\\share\\\\escaped.csv',
    'escaped.csv:stream',
    'file:///tmp/escaped.csv',
    'escaped.csv\u0000.txt',
    'esc\u0000aped.csv',
    'esc\taped.csv',
    'esc\u007faped.csv',
    'esc\u0085aped.csv',
    '..',
    '.',
    '../',
    'a/..',
    'a/',
    `${'a'.repeat(300)}.csv`,
    `${'a/'.repeat(40)}escaped.csv`,
    `${'aaaaaaaaaa/'.repeat(15)}${'b'.repeat(900)}.csv`,
  ];

  it.each(names)('that leads elsewhere is refused: %j', async (name) => {
    const before = await listData();

    const answer = await sendFiles(server, admin, { files: [{ ...file, name }] });

    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(server.data);
    expect(await listData()).toEqual(before);
  });
});

describe('a file of refused rows', () => {
  const ids = [
    'talks-20240101T000000Z.csv',
    '../secret.csv',
    '..%2Fsecret.csv',
    '..%2f..%2fsecret.csv',
    '%2e%2e%2fsecret.csv',
    '..%5Csecret.csv',
    '%2Fetc%2Fpasswd',
    '....%2F%2Fsecret.csv',
    'secret.csv',
    'secret.csv%00',
    '.',
    '%2e',
    '%2e%2e',
    'C:%5Csecret.csv',
    'a'.repeat(64),
    'a'.repeat(65),
  ];

  it.each(ids)('is found by its id and by nothing else (S23): %s', async (id) => {
    const answer = await ask(server, `/api/admin/rejects/${id}`, { headers: admin });

    // Next sends a path that ends in a dot segment round to what is left of it.
    expect([308, 400, 404, 405]).toContain(answer.status);
    expect(answer.text).not.toContain(CANARY);
    expect(readFileSync(path.join(server.data, 'secret.csv'), 'utf8')).toBe(CANARY);
  });
});

describe('an upload that is too large', () => {
  it('is refused by the length it says, before it is read', async () => {
    const answer = await ask(server, '/api/admin/datasets', {
      method: 'POST',
      headers: { ...ofUpload(admin), 'content-length': String(LIMIT_BYTES + 1), connection: 'close' },
      body: Buffer.alloc(LIMIT_BYTES + 1),
    });

    expect(answer.status).toBe(413);
    expect(answer.json()).toMatchObject({ detail: expect.stringContaining('48 MiB') });
  });

  it('is refused while it comes when it does not say, in bounded memory, and leaves nothing', async () => {
    await sendFiles(server, admin, { files: [file] });
    const before = readMemory(server.pid);
    const request = beginUpload(server, admin);
    const answered = new Promise<{ status: number; text: string }>((resolve) => {
      request.once('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, text });
        });
      });
    });
    const state = { isAnswered: false };
    void answered.then(() => (state.isAnswered = true));
    let most = 0;
    const megabyte = Buffer.alloc(1024 ** 2, 'a');

    request.write(openPart('giant.csv'));
    for (let sent = 0; sent < 300 && !state.isAnswered; sent += 1) {
      if (!request.write(megabyte)) {
        await Promise.race([answered, new Promise((resolve) => request.once('drain', resolve))]);
      }
      most = Math.max(most, readMemory(server.pid) - before);
    }

    expect((await answered).status).toBe(413);
    expect(most).toBeLessThan(100);
    request.destroy();
    expect(await readdir(path.join(server.data, 'uploads'))).toEqual([]);
  }, 60_000);

  it('as one line within the limit is a reason, not a crash (S21)', async () => {
    const before = readMemory(server.pid);

    const answer = await sendFiles(server, admin, {
      files: [{ name: 'line.csv', text: `subject,relation,object\n${'a'.repeat(LIMIT_BYTES - 10_000)}` }],
      query: '?dryRun=true',
    });

    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/"rejected":1|"failures":\[\{/u);
    expect(readMemory(server.pid) - before).toBeLessThan(200);
  }, 60_000);
});

/** Resident memory of a process in MB, from the system's own table. */
function readMemory(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
