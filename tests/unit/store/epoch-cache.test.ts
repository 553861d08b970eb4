import { describe, expect, it } from '@jest/globals';

import { createEpochCache } from '@/lib/store/verbs/read/epoch-cache';

/** A cache over data of which the epoch can be changed; it answers a question with the epoch and how many it has answered. */
function open() {
  const data = { epoch: 'e1', answers: 0 };
  const cache = createEpochCache<string>(() => Promise.resolve(data.epoch));
  const ask = (question: string) =>
    cache(question, () => {
      data.answers += 1;
      return Promise.resolve(`${question} in ${data.epoch}, answer ${data.answers}`);
    });
  return { data, cache, ask };
}

describe('Answers that hold for an epoch', () => {
  it('are worked out once for each question', async () => {
    const { ask } = open();

    expect(await ask('a')).toBe('a in e1, answer 1');
    expect(await ask('b')).toBe('b in e1, answer 2');
    expect(await ask('a')).toBe('a in e1, answer 1');
  });

  it('are worked out once for all that ask at the same time', async () => {
    const { ask } = open();

    expect(await Promise.all([ask('a'), ask('a')])).toEqual(['a in e1, answer 1', 'a in e1, answer 1']);
  });

  it('are worked out again once the data has changed', async () => {
    const { data, ask } = open();
    await ask('a');
    await ask('b');

    data.epoch = 'e2';

    expect(await ask('a')).toBe('a in e2, answer 3');
    expect(await ask('b')).toBe('b in e2, answer 4');
    expect(await ask('a')).toBe('a in e2, answer 3');
  });

  it('do not come back with an epoch that is there again', async () => {
    const { data, ask } = open();
    await ask('a');
    data.epoch = 'e2';
    await ask('b');

    data.epoch = 'e1';

    expect(await ask('a')).toBe('a in e1, answer 3');
  });

  it('are not kept when there is none', async () => {
    const { cache, ask } = open();
    const failing = cache('a', () => Promise.reject(new Error('no answer')));

    await expect(failing).rejects.toThrow('no answer');
    expect(await ask('a')).toBe('a in e1, answer 1');
  });

  it('make room for newer ones, the oldest first', async () => {
    const { data, ask } = open();
    for (let number = 0; number < 33; number += 1) await ask(`q${number}`);

    await ask('q32');
    await ask('q1');
    expect(data.answers).toBe(33);

    await ask('q0');
    expect(data.answers).toBe(34);
  });
});
