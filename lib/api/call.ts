import type { z } from 'zod';

import { EntenteError } from '@/lib/model/entente-error';

import type { Endpoint } from './endpoint';
import { parseJson, send, toCallFailure, type CallOptions } from './send';

/**
 * Calls an endpoint that answers with one JSON value.
 * @param endpoint - the endpoint
 * @param request - the values of its request
 * @returns the answer, parsed
 * @throws EntenteError what the server's problem says (its fields and position included), or
 *   `unavailable` when nothing answers, or nothing of the agreed shape; the signal's reason when it
 *   is aborted
 */
export async function call<Request extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Request, Answer> & { readonly format: 'json' },
  request: z.input<Request>,
  options: CallOptions = {},
): Promise<z.output<Answer>> {
  const response = await send(endpoint, request, options);
  const answer = endpoint.response.safeParse(parseJson(await readText(response, options.signal)));
  if (answer.success) return answer.data;
  throw unlike(endpoint, answer.error);
}

async function readText(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw toCallFailure(cause, signal);
  }
}

function unlike(endpoint: Endpoint, cause: unknown): EntenteError {
  return new EntenteError(
    'unavailable',
    `The answer of ${endpoint.path} has an unexpected form. Reload the page: the server may be a different version.`,
    { cause },
  );
}
