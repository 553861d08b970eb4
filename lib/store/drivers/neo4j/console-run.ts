import { randomUUID } from 'node:crypto';

import type { Transaction } from 'neo4j-driver';

import type { CypherRequest } from '../../types';
import type { Connection } from './connect';
import { withinTime } from './within-time';

/** A statement is given so long to end by the server's own clock before it is ended from here. */
const graceMs = 500;
const cleanUpMs = 2000;

const TERMINATE = `SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.queryId = $queryId
TERMINATE TRANSACTIONS id YIELD message RETURN message`;

/** A statement of the console has run for its whole time. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
}

/** The transaction of one statement of the console, from its beginning to its certain end. */
export interface ConsoleRun {
  readonly transaction: Transaction;
  /** Waits for a promise of the transaction's; throws `TimeUp`, or the signal's reason, as soon as there is no use in waiting. */
  wait<T>(promise: Promise<T>): Promise<T>;
  /** To be called when all results are at their end. */
  rollBack(): Promise<void>;
  /**
   * Ends what is still running, in the database too. Never throws. A transaction that was not rolled back is reset with its session:
   * a rollback that waits for a result would leave the connection in it.
   */
  end(): Promise<void>;
}

/** Begins a read transaction that carries a mark of its own, by which it can be found and ended. */
export async function openConsoleRun(connection: Connection, request: CypherRequest): Promise<ConsoleRun> {
  const { signal, limits } = request;
  const queryId = randomUUID();
  const session = connection.openConsoleSession();
  const stop = new AbortController();
  const stopped = rejectOn(stop.signal);
  const terminate = () => terminateByMark(connection, queryId);
  const onAbort = () => {
    stop.abort(signal.reason);
    void terminate();
  };
  const timer = setTimeout(() => {
    stop.abort(new TimeUp());
    void terminate();
  }, limits.timeoutMs + graceMs);
  let isOver = false;

  const wait = <T>(promise: Promise<T>) => Promise.race([promise, stopped]);
  const end = async () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    if (!isOver) await terminate();
    await settle(session.close());
  };

  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const beginning = session.beginTransaction({
      timeout: limits.timeoutMs,
      metadata: { app: 'entente', queryId },
    });
    const transaction = await wait(Promise.resolve(beginning));
    const rollBack = async () => {
      await wait(transaction.rollback());
      isOver = true;
    };
    return { transaction, wait, rollBack, end };
  } catch (cause) {
    await end();
    throw cause;
  }
}

/** A Neo4j that does not answer cannot be asked to end anything: then its own time limit does. */
async function terminateByMark(connection: Connection, queryId: string): Promise<void> {
  const session = connection.openSession('read');
  await settle(session.run(TERMINATE, { queryId }, { timeout: cleanUpMs }));
  await settle(session.close());
}

async function settle(promise: Promise<unknown>): Promise<void> {
  await withinTime(Promise.allSettled([promise]), cleanUpMs, () => new TimeUp()).catch(() => {});
}

/** Never resolves; rejects with the signal's reason. */
function rejectOn(signal: AbortSignal): Promise<never> {
  const rejection = new Promise<never>((_, reject) => {
    const fail = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('The statement was cancelled.'));
    };
    signal.addEventListener('abort', fail, { once: true });
  });
  rejection.catch(() => {});
  return rejection;
}
