import type { z } from 'zod';

import { CypherEvent } from '@/lib/model/cypher-event';
import { EntenteError } from '@/lib/model/entente-error';

import { cypherEndpoint } from './cypher-endpoint';
import { toEntenteError } from './problem';
import { readLines } from './read-lines';
import { parseJson, send, type CallOptions } from './send';

/**
 * Runs a console statement. Aborting the signal ends the statement in the engine too.
 * @param request - the statement with its parameters and options
 * @returns its columns, its rows as they come, its summary
 * @throws EntenteError where `call` does, and where the statement fails halfway; its `position` is
 *   the place in the statement's text
 */
export async function* callCypher(
  request: z.input<typeof cypherEndpoint.request>,
  options: CallOptions = {},
): AsyncGenerator<Exclude<CypherEvent, { problem: unknown }>> {
  const response = await send(cypherEndpoint, request, options);
  for await (const line of readLines(response, options.signal)) {
    const event = parseEvent(line);
    if ('problem' in event) throw toEntenteError(event.problem);
    yield event;
  }
}

function parseEvent(line: string): CypherEvent {
  const event = CypherEvent.safeParse(parseJson(line));
  if (event.success) return event.data;
  throw new EntenteError(
    'unavailable',
    'The rows broke off or have an unexpected form. Run the statement again.',
    { cause: event.error },
  );
}
