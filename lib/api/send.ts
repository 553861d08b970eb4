import type { z } from 'zod';

import { EntenteError } from '@/lib/model/entente-error';

import { UPLOAD_HEADER, type Endpoint } from './endpoint';
import { Problem, toEntenteError } from './problem';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where the server is, as in `http://127.0.0.1:3000`; none in a browser, which asks the server that the page came from. */
  readonly origin?: string | undefined;
  /** Headers besides: what a caller outside a browser sends instead of a browser, `cookie` and `origin`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * In: an endpoint, the values of its request, where to send it. Out: the answer, when it is one of success.
 * Throws `EntenteError`: what the server's problem says, or `unavailable` when nothing answers; the signal's reason when it is aborted.
 */
export async function send<Request extends z.ZodType>(
  endpoint: Endpoint<Request>,
  request: z.input<Request>,
  { signal, origin = '', headers }: CallOptions,
): Promise<Response> {
  const fields = toFields(request);
  return await reachWell(`${origin}${toTarget(endpoint, fields)}`, {
    method: endpoint.method,
    headers: { ...(endpoint.method !== 'GET' && { 'content-type': 'application/json' }), ...headers },
    ...(endpoint.method === 'POST' ? { body: JSON.stringify(withoutPath(endpoint, fields)) } : {}),
    ...(signal ? { signal } : {}),
  });
}

/** As `send`, with files as the body. */
export async function sendFiles<Request extends z.ZodType>(
  endpoint: Endpoint<Request> & { readonly body: 'files' },
  request: z.input<Request>,
  { signal, origin = '', headers, body }: CallOptions & { readonly body: FormData },
): Promise<Response> {
  return await reachWell(`${origin}${toTarget(endpoint, request)}`, {
    method: endpoint.method,
    headers: { [UPLOAD_HEADER]: '1', ...headers },
    body,
    ...(signal ? { signal } : {}),
  });
}

/** In: an endpoint and the values of its request. Out: path and query of its URL; arrays repeat their parameter, undefined values are left out. */
export function toTarget(endpoint: Endpoint, request: unknown): string {
  const fields = toFields(request);
  const path = endpoint.path.replace(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(toText(fields[name])),
  );
  if (endpoint.method === 'POST' && endpoint.body === undefined) return path;
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

/** In: what a request or the reading of its answer failed with. Out: what its caller is told: its own signal's reason, or that nothing answers. */
export function toCallFailure(cause: unknown, signal: AbortSignal | null | undefined): unknown {
  if (signal?.aborted) return cause;
  return new EntenteError(
    'unavailable',
    'The server does not answer. Check that Entente is still running, then try again.',
    { cause },
  );
}

/** In: a text. Out: it as JSON, or undefined when it is not. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function reachWell(url: string, init: RequestInit): Promise<Response> {
  const response = await reach(url, init);
  if (response.ok) return response;
  throw await readFailure(response);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw toCallFailure(cause, init.signal);
  }
}

async function readFailure(response: Response): Promise<EntenteError> {
  const problem = Problem.safeParse(parseJson(await response.text()));
  if (problem.success) return toEntenteError(problem.data);
  return toEntenteError({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `The server answered ${response.status} without saying why. Reload the page, then try again.`,
  });
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
