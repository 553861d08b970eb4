/** What the host does when its engine fails at beginning or ending a transaction: no lock and no timer may outlive it. */
import { GrafeoDB } from '@grafeo-db/js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { createConsoleRuns } from '@/lib/store/drivers/embedded/host/console-runs';
import { createMutex } from '@/lib/store/drivers/embedded/host/mutex';
import type { Watch } from '@/lib/store/drivers/embedded/host/start-watchdog';
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

  it('releases the write lock when a transaction cannot be rolled back', async () => {
    const mutex = createMutex();
    const failing = createWriteTransactions({
      database: { beginTransaction: () => beginStuck(database) },
      mutex,
      onCommit: () => undefined,
    });
    await failing.begin(1);

    await expect(failing.rollback(1)).rejects.toThrow('The disk is gone.');

    const release = await mutex.lock();
    release();
  });

  it('releases the write lock, and logs why, when a client leaves whose transaction cannot be rolled back', async () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const mutex = createMutex();
    const failing = createWriteTransactions({
      database: { beginTransaction: () => beginStuck(database) },
      mutex,
      onCommit: () => undefined,
    });
    await failing.begin(1);

    await failing.rollbackAll();

    const release = await mutex.lock();
    release();
    expect(write).toHaveBeenCalledWith(expect.stringContaining('The disk is gone.'));
  });

  it('stops watching a console statement whose transaction failed to begin', async () => {
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
