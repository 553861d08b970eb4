import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { GrafeoDB } from '@grafeo-db/js';

import { createTurns } from '@/lib/store/drivers/embedded/host/turns';
import { createWriteTransactions } from '@/lib/store/drivers/embedded/host/write-transactions';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Two clients of one database; the engine fails to roll back the first transaction that is begun. */
function openTwoClients() {
  const database = GrafeoDB.create();
  const begin = database.beginTransaction.bind(database);
  jest.spyOn(database, 'beginTransaction').mockImplementationOnce(() => {
    const transaction = begin();
    jest.spyOn(transaction, 'rollback').mockImplementation(() => {
      throw new Error('the engine cannot roll back');
    });
    return transaction;
  });
  const shared = { database, turns: createTurns(), onCommit: () => {} };
  return [createWriteTransactions(shared), createWriteTransactions(shared)] as const;
}

describe('write transactions of the embedded host', () => {
  it('release the write lock when the engine fails to roll back', async () => {
    const [one, other] = openTwoClients();
    await one.begin(1);
    const next = other.begin(1);

    await expect(one.rollback(1)).rejects.toThrow('the engine cannot roll back');

    await expect(next).resolves.toBeUndefined();
    await other.rollback(1);
  });

  it('release the write lock when a client goes whose transaction cannot be rolled back, and log why', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [one, other] = openTwoClients();
    await one.begin(1);
    const next = other.begin(1);

    await one.rollbackAll();

    await expect(next).resolves.toBeUndefined();
    expect(String(log.mock.calls[0]?.[0])).toContain('the engine cannot roll back');
    await other.rollback(1);
  });
});
