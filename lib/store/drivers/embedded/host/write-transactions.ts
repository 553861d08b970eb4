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
  rollback(id: number): Promise<void>;
  rollbackAll(): Promise<void>;
}

interface Open {
  readonly transaction: Transaction;
  readonly endTurn: () => void;
  running: Promise<unknown>;
  alarm: NodeJS.Timeout;
}

export interface Committing {
  readonly database: GrafeoDB;
  readonly turns: Turns;
  readonly onCommit: (changed: ChangedTexts) => void;
}

/** The write transactions of one client; they take turns with those of all clients. */
export function createWriteTransactions({ database, turns, onCommit }: Committing): WriteTransactions {
  const open = new Map<number, Open>();
  let isGone = false;

  const get = (id: number): Open => {
    const found = open.get(id);
    if (found === undefined) {
      throw new EntenteError(
        'unavailable',
        'The transaction is no longer open: it was silent for too long. Run it again.',
      );
    }
    return found;
  };
  const close = (id: number, found: Open) => {
    clearTimeout(found.alarm);
    open.delete(id);
    found.endTurn();
  };
  const rollback = async (id: number) => {
    const found = open.get(id);
    if (found === undefined) return;
    await found.running.catch(() => undefined);
    if (found.transaction.isActive) found.transaction.rollback();
    close(id, found);
  };
  const startAlarm = (id: number) => setTimeout(() => void rollback(id), SILENCE_MAX_MS).unref();

  return {
    begin: async (id) => {
      const endTurn = await turns.take();
      if (isGone) {
        endTurn();
        return;
      }
      const transaction = database.beginTransaction();
      open.set(id, { transaction, endTurn, running: Promise.resolve(), alarm: startAlarm(id) });
    },
    run: async (id, text, parameters) => {
      const found = get(id);
      clearTimeout(found.alarm);
      const running = found.transaction.executeCypher(text, parameters);
      found.running = running;
      const result = await running;
      found.alarm = startAlarm(id);
      return result.toArray();
    },
    commit: (id, changed) => {
      const found = get(id);
      try {
        found.transaction.commit();
      } finally {
        close(id, found);
      }
      onCommit(changed);
    },
    rollback,
    rollbackAll: async () => {
      isGone = true;
      await Promise.all([...open.keys()].map(rollback));
    },
  };
}
