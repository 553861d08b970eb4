import type { GrafeoDB, Transaction } from '@grafeo-db/js';

import { EntenteError } from '@/lib/model/entente-error';

import type { ChangedTexts, Parameters } from '../../../engine';
import type { Mutex } from './mutex';

/** A write transaction whose client is silent for this long is rolled back, which releases the write lock. */
const SILENCE_MAX_MS = 60_000;

export interface WriteTransactions {
  begin(id: number): Promise<void>;
  run(id: number, text: string, parameters: Parameters): Promise<unknown>;
  commit(id: number, changed: ChangedTexts): void;
  rollback(id: number): Promise<void>;
  /** Never rejects: a transaction that cannot be rolled back is logged, and releases the write lock all the same. */
  rollbackAll(): Promise<void>;
}

export interface Committing {
  readonly database: Pick<GrafeoDB, 'beginTransaction'>;
  readonly mutex: Mutex;
  readonly onCommit: (changed: ChangedTexts) => void;
}

/** The write transactions of one client. All clients share the mutex, so only one transaction writes at a time. */
export function createWriteTransactions({ database, mutex, onCommit }: Committing): WriteTransactions {
  const open = createOpenTransactions();
  /** Statements may be sent while their transaction still waits for the write lock. */
  const beginnings = new Map<number, Promise<void>>();
  let isGone = false;
  const begin = async (id: number) => {
    const release = await mutex.lock();
    try {
      if (isGone) release();
      else open.add(id, { transaction: database.beginTransaction(), release });
    } catch (error) {
      // Release the write lock when begin fails: no rollback will.
      release();
      throw error;
    }
  };
  return {
    begin: (id) => {
      const beginning = begin(id).finally(() => beginnings.delete(id));
      beginnings.set(id, beginning);
      return beginning;
    },
    run: async (id, text, parameters) => {
      await beginnings.get(id);
      const { transaction } = open.get(id);
      const result = await open.queue(id, () => transaction.executeCypher(text, parameters));
      return result.toArray();
    },
    commit: (id, changed) => {
      try {
        open.get(id).transaction.commit();
      } finally {
        open.drop(id);
      }
      onCommit(changed);
    },
    rollback: async (id) => {
      // A transaction that failed to begin has nothing to roll back.
      await beginnings.get(id)?.catch(() => undefined);
      await open.rollback(id);
    },
    rollbackAll: async () => {
      isGone = true;
      const rollbacks = await Promise.allSettled(open.ids().map(open.rollback));
      for (const each of rollbacks) if (each.status === 'rejected') report(each.reason);
    },
  };
}

/** Nobody waits for the outcome, so it goes into the host's log. */
function report(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${new Date().toISOString()} A transaction could not be rolled back. ${text}\n`);
}

interface OpenTransaction {
  readonly transaction: Transaction;
  /** Releases the write lock. */
  readonly release: () => void;
}

/** Keeps the open transactions with the statement that runs in each, and rolls back those that have gone silent. */
function createOpenTransactions() {
  const open = new Map<number, OpenTransaction & { running: Promise<unknown>; alarm: NodeJS.Timeout }>();
  const drop = (id: number) => {
    const found = open.get(id);
    clearTimeout(found?.alarm);
    open.delete(id);
    found?.release();
  };
  const rollback = async (id: number) => {
    const found = open.get(id);
    if (found === undefined) return;
    await Promise.allSettled([found.running]);
    try {
      if (found.transaction.isActive) found.transaction.rollback();
    } finally {
      drop(id);
    }
  };
  const rollbackSilent = (id: number) => {
    rollback(id).catch(report);
  };
  const startAlarm = (id: number) => setTimeout(rollbackSilent, SILENCE_MAX_MS, id).unref();
  const get = (id: number) => {
    const found = open.get(id);
    if (found !== undefined) return found;
    throw new EntenteError(
      'unavailable',
      'The transaction is no longer open: it was idle for too long. Run it again.',
    );
  };
  return {
    add: (id: number, begun: OpenTransaction) => {
      open.set(id, { ...begun, running: Promise.resolve(), alarm: startAlarm(id) });
    },
    get,
    drop,
    rollback,
    ids: () => [...open.keys()],
    queue: async <T>(id: number, run: () => Promise<T>): Promise<T> => {
      const found = get(id);
      clearTimeout(found.alarm);
      const running = Promise.allSettled([found.running]).then(run);
      found.running = running;
      try {
        return await running;
      } finally {
        clearTimeout(found.alarm);
        if (open.has(id)) found.alarm = startAlarm(id);
      }
    },
  };
}
