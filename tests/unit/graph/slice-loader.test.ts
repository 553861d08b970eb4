import { describe, expect, it } from '@jest/globals';

import { createSliceLoader, type LoadedSlices, type SliceLoader } from '@/lib/graph/slice-loader';
import type { SliceStep } from '@/lib/graph/slice-steps';
import { EntenteError } from '@/lib/model/entente-error';

import { quarrel } from '../../fixtures/slice.fixture';

const overview: SliceStep = { key: 'overview', request: {} };
const narrowed: SliceStep = { key: 'narrowed', request: { type: ['MET'] } };

function until(loader: SliceLoader, status: LoadedSlices['status']): Promise<LoadedSlices> {
  return new Promise((resolve) => {
    const stop = loader.subscribe(() => {
      const state = loader.getState();
      if (state.status !== status) return;
      stop();
      resolve(state);
    });
  });
}

describe('createSliceLoader', () => {
  it('tells which relations the server let through once it has answered', async () => {
    const loader = createSliceLoader(() => Promise.resolve(quarrel));
    loader.want({ base: [overview], filtered: [narrowed] });

    const { steps, answered } = await until(loader, 'ready');

    expect(steps.map(({ key }) => key)).toEqual(['overview', 'narrowed']);
    expect(answered?.size).toBe(6);
  });

  it('asks for the same slice once', async () => {
    const asked: unknown[] = [];
    const loader = createSliceLoader((request) => {
      asked.push(request);
      return Promise.resolve(quarrel);
    });
    loader.want({ base: [overview], filtered: [] });
    await until(loader, 'ready');
    loader.want({ base: [overview], filtered: [narrowed] });
    await until(loader, 'ready');

    loader.want({ base: [overview], filtered: [] });

    expect(loader.getState().status).toBe('ready');
    expect(asked).toEqual([{}, { type: ['MET'] }]);
  });

  it('keeps what is there when the next answer fails, and goes on when it is tried again', async () => {
    let isDown = false;
    const loader = createSliceLoader(() =>
      isDown
        ? Promise.reject(new EntenteError('unavailable', 'The store does not answer.'))
        : Promise.resolve(quarrel),
    );
    loader.want({ base: [overview], filtered: [] });
    await until(loader, 'ready');
    isDown = true;
    loader.want({ base: [overview, narrowed], filtered: [] });

    const failed = await until(loader, 'failed');
    expect(failed.failure?.message).toBe('The store does not answer.');
    expect(failed.steps.map(({ key }) => key)).toEqual(['overview']);

    isDown = false;
    loader.retry();
    expect((await until(loader, 'ready')).steps).toHaveLength(2);
  });
});
