import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { EntenteError } from '@/lib/model/entente-error';
import type { Engine } from '@/lib/store/engine';
import { bePatient, type Patience } from '@/lib/store/patient-engine';

import { createStallingEngine } from './stalling-engine.fake';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const stalled = new EntenteError('unavailable', 'The database does not answer.');
const MINUTE_MS = 60_000;

/** What becomes of a question when so much time passes. */
async function askFor(
  engine: Engine,
  { maxMs, onWaiting }: Patience,
): Promise<{ readonly value?: unknown; readonly error?: unknown }> {
  const patient = bePatient(engine, { maxMs, ...(onWaiting && { onWaiting }) });
  const asking = patient.read('RETURN 1').then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
  return asking;
}

describe('A patient engine', () => {
  it('asks again until there is an answer, and says once that it waits', async () => {
    const engine = createStallingEngine([stalled, stalled, stalled]);
    const told: string[] = [];

    const { value } = await askFor(engine, {
      maxMs: MINUTE_MS,
      onWaiting: (message) => {
        told.push(message);
      },
    });

    expect(value).toEqual([{ answer: 'RETURN 1' }]);
    expect(engine.asked).toHaveLength(4);
    expect(told).toEqual(['The database does not answer.']);
  });

  it('asks at once for the first time, then after pauses that double up to four seconds', async () => {
    const engine = createStallingEngine(new Array<EntenteError>(7).fill(stalled));

    await askFor(engine, { maxMs: MINUTE_MS });

    const [first = 0] = engine.asked;
    expect(engine.asked.map((time) => time - first)).toEqual([0, 250, 750, 1750, 3750, 7750, 11_750, 15_750]);
  });

  it('gives up when its patience ends, with what the engine said', async () => {
    const engine = createStallingEngine(new Array<EntenteError>(1000).fill(stalled));

    const { error } = await askFor(engine, { maxMs: MINUTE_MS });

    const [first = 0] = engine.asked;
    const last = engine.asked.at(-1) ?? 0;
    expect(error).toBe(stalled);
    expect(last - first).toBeLessThanOrEqual(MINUTE_MS);
    expect(last - first).toBeGreaterThan(MINUTE_MS - 4000);
  });

  it('takes its whole patience again for the next time that nothing answers', async () => {
    const engine = createStallingEngine([
      ...new Array<EntenteError>(9).fill(stalled),
      undefined,
      ...new Array<EntenteError>(9).fill(stalled),
    ]);
    const told: string[] = [];
    const patient = bePatient(engine, {
      maxMs: 30_000,
      onWaiting: (message) => {
        told.push(message);
      },
    });

    const both = Promise.all([patient.read('RETURN 1').then(() => patient.read('RETURN 2'))]);
    await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);

    expect(await both).toEqual([[{ answer: 'RETURN 2' }]]);
    expect(told).toHaveLength(2);
  });

  it.each([
    ['a mistake', new EntenteError('invalid', 'no such thing')],
    ['what waiting does not help', new EntenteError('unavailable', 'wrong password', { isLasting: true })],
    ['another error', new Error('unavailable')],
  ])('does not ask again after %s', async (_, failure) => {
    const engine = createStallingEngine([failure]);
    const told: string[] = [];

    const { error } = await askFor(engine, {
      maxMs: MINUTE_MS,
      onWaiting: (message) => {
        told.push(message);
      },
    });

    expect(error).toBe(failure);
    expect(engine.asked).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('is as patient with a write, which it does from the beginning again', async () => {
    const engine = createStallingEngine([stalled]);
    const patient = bePatient(engine, { maxMs: MINUTE_MS });

    const writing = patient.write((transaction) => transaction.run('CREATE (n)'));
    await jest.advanceTimersByTimeAsync(MINUTE_MS);

    expect(await writing).toEqual([{ answer: 'CREATE (n)' }]);
    expect(engine.asked).toHaveLength(2);
  });
});
