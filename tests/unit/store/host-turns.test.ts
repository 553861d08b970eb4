/** What the host does when its engine fails at beginning or ending a transaction: no turn and no alarm may outlive it. */
import { GrafeoDB } from '@grafeo-db/js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { createConsoleRuns } from '@/lib/store/drivers/embedded/host/console-runs';
import type { Watch } from '@/lib/store/drivers/embedded/host/start-watchdog';
import { createTurns } from '@/lib/store/drivers/embedded/host/turns';
import { createWriteTransactions } from '@/lib/store/drivers/embedded/host/write-transactions';

/** A transaction of the real engine that cannot be rolled back. */
function beginStuck(database: GrafeoDB) {
  const fail = () => {
    throw new Error('The disk is gone.');
  };
  return Object.defineProperty(database.beginTransaction(), 'rollback', { value: fail });
}

describe('a host whose engine fails', () => {
  let database: GrafeoDB;
  beforeEach(() => {
    database = GrafeoDB.create();
  });
  afterEach(() => {
    database.close();
    jest.restoreAllMocks();
  });

  it('gives the next writer its turn though the one before cannot be rolled back', async () => {
    const turns = createTurns();
    const failing = createWriteTransactions({
      database: { beginTransaction: () => beginStuck(database) },
      turns,
      onCommit: () => undefined,
    });
    await failing.begin(1);

    await expect(failing.rollback(1)).rejects.toThrow('The disk is gone.');

    const endTurn = await turns.take();
    endTurn();
  });

  it('gives the next writer its turn, and says so in its log, when a client leaves that cannot be rolled back', async () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const turns = createTurns();
    const failing = createWriteTransactions({
      database: { beginTransaction: () => beginStuck(database) },
      turns,
      onCommit: () => undefined,
    });
    await failing.begin(1);

    await failing.rollbackAll();

    const endTurn = await turns.take();
    endTurn();
    expect(write).toHaveBeenCalledWith(expect.stringContaining('The disk is gone.'));
  });

  it('watches no console statement any more whose transaction could not begin', async () => {
    jest.useFakeTimers();
    const watches: Watch[] = [];
    const watchdog = { ready: Promise.resolve(), tell: (watch: Watch) => watches.push(watch) };
    database.beginTransaction = () => {
      throw new Error('The disk is gone.');
    };
    const runs = createConsoleRuns(database, { watchdog, endingFile: '' });
    const limits = { timeoutMs: 60_000, maxRows: 1, maxBytes: 1 };

    const running = runs.run({ kind: 'cypher', run: 'run', text: 'RETURN 1', parameters: {}, limits }, () =>
      Promise.resolve(),
    );

    await expect(running).rejects.toThrow('The disk is gone.');
    expect(jest.getTimerCount()).toBe(0);
    expect(watches.at(-1)?.runs).toEqual([]);
    jest.useRealTimers();
  });
});
