import { setTimeout as sleep } from 'node:timers/promises';

import { EntenteError } from '@/lib/model/entente-error';
import { verifyNeo4j } from '@/lib/store/drivers/neo4j/verify-neo4j';

const POLL_MS = 200;
const LIMIT_MS = 120_000;

interface Awaited {
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** Resolves, with the reason, when there is nothing left to wait for. */
  readonly ended: Promise<string>;
}

/**
 * Waits until a starting Neo4j runs queries.
 * @throws `forbidden` for a wrong password, `unavailable` when it exits or takes too long
 */
export async function waitForBolt({ address, user, password, ended }: Awaited): Promise<void> {
  const over = new AbortController();
  const death = ended.then((why) => {
    throw new EntenteError('unavailable', `Neo4j ended before it answered at ${address}: ${why}.`);
  });
  try {
    await Promise.race([death, poll({ address, user, password }, over.signal)]);
  } finally {
    over.abort();
  }
}

async function poll(target: Omit<Awaited, 'ended'>, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!signal.aborted) {
    try {
      await verifyNeo4j(target);
      return;
    } catch (cause) {
      if (!(cause instanceof EntenteError) || cause.failure !== 'unavailable') throw cause;
      if (Date.now() > deadline) {
        throw new EntenteError(
          'unavailable',
          `Neo4j did not answer at ${target.address} within ${LIMIT_MS / 1000} seconds.`,
          { cause },
        );
      }
    }
    await sleep(POLL_MS);
  }
}
