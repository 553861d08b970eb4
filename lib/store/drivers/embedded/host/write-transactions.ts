import type { GrafeoDB, Transaction } from '@grafeo-db/js';

import { EntenteError } from '@/lib/model/entente-error';

import type { ChangedTexts, Parameters } from '../../../engine';
import type { Turns } from './turns';

/** A write transaction whose client says nothing for so long is rolled back, so that others get their turn. */
const SILENCE_MAX_MS = 60_000;

export interface WriteTransactions {
  begin(id: number): Promise<void>;
  run(id: number, text: string, parameters: Parameters): Promise<unknown>;
  commit(id: number, changed: ChangedTexts): void;
  /** Rejects when the engine fails to roll back; the write lock is released all the same. */
  rollback(id: number): Promise<void>;
  /** Rolls back everything that is open, because the client has gone. Never rejects. */
  rollbackAll(): Promise<void>;
}

export interface Committing {
  readonly database: GrafeoDB;
  readonly turns: Turns;
  readonly onCommit: (changed: ChangedTexts) => void;
}

/** The write transactions of one client; they take turns with those of all clients. */
export function createWriteTransactions({ database, turns, onCommit }: Committing): WriteTransactions {
  const open = createOpenTransactions();
  /** Statements may be sent behind the beginning of their transaction, which waits for its turn. */
  const beginnings = new Map<number, Promise<void>>();
  let isGone = false;
  const begin = async (id: number) => {
    const endTurn = await turns.take();
    try {
      if (isGone) endTurn();
      else open.add(id, { transaction: database.beginTransaction(), endTurn });
    } catch (error) {
      // Release the write lock: nobody else will.
      endTurn();
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
      // One that could not begin has nothing to take back.
      await beginnings.get(id)?.catch(() => undefined);
      await open.rollback(id);
    },
    rollbackAll: async () => {
      isGone = true;
      await Promise.all(open.ids().map(open.rollbackQuietly));
    },
  };
}

interface Turn {
  readonly transaction: Transaction;
  readonly endTurn: () => void;
}

/** Keeps open transactions with the statement that runs in each, and rolls back those that have gone silent. */
function createOpenTransactions() {
  const open = new Map<number, Turn & { running: Promise<unknown>; alarm: NodeJS.Timeout }>();
  const drop = (id: number) => {
    const found = open.get(id);
    clearTimeout(found?.alarm);
    open.delete(id);
    found?.endTurn();
  };
  const rollback = async (id: number) => {
    const found = open.get(id);
    if (found === undefined) return;
    await Promise.allSettled([found.running]);
    try {
      if (found.transaction.isActive) found.transaction.rollback();
    } finally {
      // Release the write lock whatever the engine says, or every later writer waits for ever.
      drop(id);
    }
  };
  /** For a transaction whose client no longer listens: a failure goes to the host's log. */
  const rollbackQuietly = async (id: number) => {
    try {
      await rollback(id);
    } catch (error) {
      process.stderr.write(`${new Date().toISOString()} A rollback failed: ${String(error)}\n`);
    }
  };
  const startAlarm = (id: number) => setTimeout(() => void rollbackQuietly(id), SILENCE_MAX_MS).unref();
  const get = (id: number) => {
    const found = open.get(id);
    if (found !== undefined) return found;
    throw new EntenteError(
      'unavailable',
      'The transaction is no longer open: it was silent for too long. Run it again.',
    );
  };
  return {
    add: (id: number, turn: Turn) => {
      open.set(id, { ...turn, running: Promise.resolve(), alarm: startAlarm(id) });
    },
    get,
    drop,
    rollback,
    rollbackQuietly,
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
