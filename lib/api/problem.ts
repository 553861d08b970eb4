import { z } from 'zod';

import { EntenteError, type Failure } from '@/lib/model/entente-error';

/** A failure over HTTP (RFC 9457). `errors` names each wrong field of the input, `position` the place in a statement's text. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  position: z.object({ start: z.int(), end: z.int(), line: z.int(), column: z.int() }).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Converts a problem from the wire to the error that a caller in TypeScript catches. */
export function toEntenteError(problem: Problem): EntenteError {
  return new EntenteError(toFailure(problem.status), problem.detail, {
    cause: problem,
    fields: problem.errors ?? [],
    ...(problem.position && { position: problem.position }),
  });
}

function toFailure(status: number): Failure {
  if (status === 404) return 'not-found';
  if (status === 401 || status === 403 || status === 421) return 'forbidden';
  return status >= 500 || status === 429 ? 'unavailable' : 'invalid';
}
