import type { z } from 'zod';

import { EntenteError } from '@/lib/model/entente-error';

import type { Endpoint } from './endpoint';
import { Problem, toEntenteError } from './problem';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where the server is, as in `http://127.0.0.1:3000`; none in a browser, which asks the server that the page came from. */
  readonly origin?: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * In: an endpoint, the values of its request, where to send it. Out: the answer, when it is one of success.
 * Throws `EntenteError`: what the server's problem says, or `unavailable` when nothing answers; the signal's reason when it is aborted.
 */
export async function send<Request extends z.ZodType>(
  endpoint: Endpoint<Request>,
  request: z.input<Request>,
  { signal, origin = '' }: CallOptions,
): Promise<Response> {
  const fields = toFields(request);
  const response = await reach(`${origin}${toTarget(endpoint, fields)}`, {
    method: endpoint.method,
    ...(endpoint.method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } }),
    ...(endpoint.method === 'POST' ? { body: JSON.stringify(withoutPath(endpoint, fields)) } : {}),
    ...(signal ? { signal } : {}),
  });
  if (response.ok) return response;
  throw await readFailure(response);
}

/** In: an endpoint and the values of its request. Out: path and query of its URL; arrays repeat their parameter, undefined values are left out. */
export function toTarget(endpoint: Endpoint, request: unknown): string {
  const fields = toFields(request);
  const path = endpoint.path.replace(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(toText(fields[name])),
  );
  if (endpoint.method === 'POST') return path;
  const query = new URLSearchParams(
    Object.entries(withoutPath(endpoint, fields)).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one) => one !== undefined)
        .map((one) => [name, toText(one)]),
    ),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new EntenteError(
      'unavailable',
      'The server does not answer. Check that Entente is still running, then try again.',
      { cause },
    );
  }
}

async function readFailure(response: Response): Promise<EntenteError> {
  const text = await response.text();
  const problem = Problem.safeParse(parseJson(text));
  if (problem.success) return toEntenteError(problem.data);
  return toEntenteError({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `The server answered ${response.status} without saying why. Reload the page, then try again.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutPath(endpoint: Endpoint, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !endpoint.path.includes(`{${name}}`)));
}

function toFields(request: unknown): Fields {
  return typeof request === 'object' && request !== null ? { ...request } : {};
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
