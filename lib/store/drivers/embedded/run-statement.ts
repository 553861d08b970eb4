import { randomUUID } from 'node:crypto';

import { CypherEvent } from '@/lib/model/cypher-event';

import type { CypherRequest } from '../../types';
import { createEventQueue } from './event-queue';
import type { HostConnection } from './host-connection';
import type { HostFiles } from './host-files';
import { toProblem } from './to-problem';

/** A statement that lost its host to somebody else's is run again so often. */
const TRIES_MAX = 3;

/**
 * Runs a console statement in the host and gives its events. Aborting ends the answer at once, and the statement in the host: when it
 * does not end by itself the host ends with it.
 */
export async function* runStatement(
  connect: () => Promise<HostConnection>,
  files: HostFiles,
  request: CypherRequest,
): AsyncGenerator<CypherEvent> {
  for (let tries = 1; !request.signal.aborted; tries += 1) {
    const run = randomUUID();
    let hasBegun = false;
    try {
      for await (const event of runOnce(await connect(), run, request)) {
        hasBegun = true;
        yield event;
      }
      return;
    } catch (error) {
      const problem = toProblem(error, { files, run, mayRetry: !hasBegun && tries < TRIES_MAX });
      if (problem === undefined) continue;
      yield { problem };
      return;
    }
  }
}

async function* runOnce(
  host: HostConnection,
  run: string,
  { text, parameters, limits, signal }: CypherRequest,
): AsyncGenerator<CypherEvent> {
  const queue = createEventQueue<unknown>();
  const sent = host.send({ kind: 'cypher', run, text, parameters, limits }, queue.add);
  sent.answer.then(queue.end, queue.fail);
  const cancel = () => {
    if (queue.hasEnded()) return;
    queue.end();
    host.send({ kind: 'cancel', request: sent.id }).answer.catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const event of queue.items()) {
      if (signal.aborted) return;
      yield CypherEvent.parse(event);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
