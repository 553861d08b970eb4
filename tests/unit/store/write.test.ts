import { describe, expect, it } from '@jest/globals';

import { EntenteError } from '@/lib/model/entente-error';
import { write } from '@/lib/store/verbs/write/write';

import { createStallingEngine } from './stalling-engine.fake';

const broken = new EntenteError('invalid', 'a statement failed');

describe('A write', () => {
  it('gives what the work gives, once all that it sent is done', async () => {
    const engine = createStallingEngine([]);

    const result = await write(engine, async (transaction) => {
      transaction.send('CREATE (a)');
      transaction.send('CREATE (b)');
      const [row] = await transaction.run('RETURN 1');
      return row;
    });

    expect(result).toEqual({ answer: 'RETURN 1' });
    expect(engine.asked).toHaveLength(3);
  });

  it('fails with what was sent and failed, though the work itself did not', async () => {
    const engine = createStallingEngine([undefined, broken]);

    const writing = write(engine, (transaction) => {
      transaction.send('CREATE (a)');
      transaction.send('CREATE (b)');
      return Promise.resolve('done');
    });

    await expect(writing).rejects.toBe(broken);
  });

  it('fails with the first failure, which says more than those that come of it', async () => {
    const engine = createStallingEngine([broken, new Error('the transaction is closed')]);

    const writing = write(engine, async (transaction) => {
      transaction.send('CREATE (a)');
      return transaction.run('RETURN 1');
    });

    await expect(writing).rejects.toBe(broken);
  });

  it('fails with what the work throws when all that it sent succeeded', async () => {
    const fault = new Error('a fault');
    const writing = write(createStallingEngine([]), async (transaction) => {
      await transaction.run('RETURN 1');
      throw fault;
    });

    await expect(writing).rejects.toBe(fault);
  });
});
