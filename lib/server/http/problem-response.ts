import 'server-only';

import { STATUS_CODES } from 'node:http';

import type { Problem } from '@/lib/api/problem';
import { EntenteError, type Failure } from '@/lib/model/entente-error';

import { HttpError } from './http-error';

const statusOf = {
  invalid: 400,
  'not-found': 404,
  forbidden: 403,
  unavailable: 503,
} as const satisfies Record<Failure, number>;

const RETRY_AFTER_SECONDS = '5';

const unexpected: Problem = {
  type: 'urn:entente:problem:500',
  title: 'Internal Server Error',
  status: 500,
  detail: 'Something went wrong on the server. It is in the server’s log; please try again.',
};

/**
 * Converts whatever was thrown to a problem that a client may see: an `EntenteError` in its own
 * words, anything else as one plain sentence.
 */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof EntenteError)) return unexpected;
  const status = error instanceof HttpError ? error.status : statusOf[error.failure];
  return {
    type: `urn:entente:problem:${status}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: error.message,
    ...(error.fields.length > 0 && { errors: [...error.fields] }),
    ...(error.position && { position: error.position }),
  };
}

/** Answers with the problem of whatever was thrown (RFC 9457). */
export function toProblemResponse(error: unknown): Response {
  return writeProblem(toProblem(error), error instanceof HttpError ? error.headers : {});
}

/** Answers with a problem. */
export function writeProblem(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.status === 503 && { 'retry-after': RETRY_AFTER_SECONDS }),
      ...headers,
    },
  });
}
