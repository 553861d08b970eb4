import { request as send, type IncomingHttpHeaders } from 'node:http';

import { PASSWORD, type TestServer } from './start-server';

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON. Throws when it is not. */
  json(): unknown;
}

/** Sends a request as it stands: the path is not tidied up, any header may be set, Host and Origin included. */
export function ask(
  server: TestServer,
  path: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false });
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const json = (): unknown => JSON.parse(text);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    request.end(body);
  });
}

/** The headers of a page of ours that sends JSON. */
export function ofOurPage(server: TestServer): Record<string, string> {
  return { origin: server.origin, 'content-type': 'application/json' };
}

/**
 * Signs in with the right password, and returns the headers of a page of ours whose user is signed
 * in.
 */
export async function signIn(server: TestServer): Promise<Record<string, string>> {
  const answer = await ask(server, '/api/admin/session', {
    method: 'POST',
    headers: ofOurPage(server),
    body: JSON.stringify({ password: PASSWORD }),
  });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.status} ${answer.text}`);
  return { ...ofOurPage(server), cookie: cookie.split(';')[0] ?? '' };
}

/** Sends a statement to the console. */
export function askConsole(
  server: TestServer,
  headers: Readonly<Record<string, string>>,
  request: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  return ask(server, '/api/admin/cypher', { method: 'POST', headers, body: JSON.stringify(request) });
}

/** The lines of an NDJSON answer. */
export function readLines(answer: Answer): unknown[] {
  return answer.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
