import type { z } from 'zod';

import { EntenteError, type FieldProblem } from '@/lib/model/entente-error';

import type { Endpoint } from './endpoint';

/**
 * Parses what arrived for an endpoint, and fills in the defaults.
 * @param endpoint - the endpoint
 * @param given - path, query and body as one object
 * @throws EntenteError `invalid`, naming every wrong field, unknown ones included
 */
export function parseFields<Request extends z.ZodType>(
  endpoint: Endpoint<Request>,
  given: unknown,
): z.output<Request> {
  const parsed = endpoint.request.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(toFieldProblems);
  const named = fields.map(({ path, message }) => `${path || 'the request'}: ${message}`);
  throw new EntenteError('invalid', `The request cannot be read. ${named.join('; ')}.`, { fields });
}

function toFieldProblems(issue: z.core.$ZodIssue): readonly FieldProblem[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: path === '' ? key : `${path}.${key}`,
    message: 'is not a parameter of this endpoint',
  }));
}
