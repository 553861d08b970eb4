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
 * Sends a request to an endpoint.
 * @param endpoint - the endpoint
 * @param request - the values of its request
 * @returns the answer, which is one of success
 * @throws EntenteError what the server's problem says, or `unavailable` when nothing answers; the
 *   signal's reason when it is aborted
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

/**
 * Writes the path and query of a request's URL; arrays repeat their parameter, undefined values are
 * left out.
 * @param endpoint - the endpoint
 * @param request - the values of its request
 */
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

/**
 * Converts a failed request, or a failure to read its answer, to what the caller is told: its own
 * signal's reason, or that nothing answers.
 * @param cause - what was thrown
 * @param signal - the caller's signal
 */
export function toCallFailure(cause: unknown, signal: AbortSignal | null | undefined): unknown {
  if (signal?.aborted) return cause;
  return new EntenteError(
    'unavailable',
    'The server does not answer. Check that Entente is still running, then try again.',
    { cause },
  );
}

/** Parses JSON; undefined when the text is not JSON. */
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
