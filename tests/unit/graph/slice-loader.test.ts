import { describe, expect, it } from '@jest/globals';

import { createSliceLoader, type LoadedSlices, type SliceLoader } from '@/lib/graph/slice-loader';
import type { SliceStep } from '@/lib/graph/slice-steps';
import { EntenteError } from '@/lib/model/entente-error';
import type { GraphSlice } from '@/lib/model/slice';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

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

  it('is loading, with nothing, before anything is wanted', () => {
    const loader = createSliceLoader(() => Promise.resolve(quarrel));

    expect(loader.getState()).toEqual({ status: 'loading', steps: [] });
  });

  it('shows the base before the filtered slices are there, and these only all together', async () => {
    const { loader, answer } = createAsked();
    loader.want({ base: [overview], filtered: [narrowed, { key: 'more', request: { type: ['A'] } }] });

    await answer();
    expect(loader.getState()).toMatchObject({ status: 'loading', steps: [{ key: 'overview' }] });
    await answer();
    expect(loader.getState().steps.map(({ key }) => key)).toEqual(['overview']);
    expect(loader.getState()).not.toHaveProperty('answered');
    await answer();
    expect(loader.getState().status).toBe('ready');
    expect(loader.getState().steps.map(({ key }) => key)).toEqual(['overview', 'narrowed', 'more']);
  });

  it('tells of the first slice, as the filters have it once they are answered', async () => {
    const [whole, few] = [quarrel, toSlice({ entities: { ann: 'person' }, relations: [] })];
    const loader = createSliceLoader(({ type }) => Promise.resolve(type ? few : whole));

    loader.want({ base: [overview], filtered: [] });
    expect((await until(loader, 'ready')).first).toBe(whole);

    loader.want({ base: [overview], filtered: [narrowed] });
    expect((await until(loader, 'ready')).first).toBe(few);
    expect(loader.getState().answered?.size).toBe(0);
  });

  it('keeps what was there on the screen while another start is loaded', async () => {
    const { loader, answer } = createAsked();
    loader.want({ base: [overview], filtered: [narrowed] });
    await answer();
    await answer();

    loader.want({ base: [{ key: 'other', request: { seed: ['ann'] } }], filtered: [] });

    expect(loader.getState()).toMatchObject({ status: 'loading', first: quarrel });
    expect(loader.getState().steps).toHaveLength(2);
    expect(loader.getState().answered?.size).toBe(6);
  });

  it('gives up what is not wanted any more', async () => {
    const { loader, answer, signals } = createAsked();
    loader.want({ base: [overview], filtered: [] });
    loader.want({ base: [narrowed], filtered: [] });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);

    await answer();
    expect(loader.getState().steps.map(({ key }) => key)).toEqual(['narrowed']);
  });

  it('asks nothing again for the same wish', () => {
    const { loader, signals } = createAsked();
    loader.want({ base: [overview], filtered: [] });

    loader.want({ base: [overview], filtered: [] });

    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it('stops when it is closed, and can be asked the same again', () => {
    const { loader, signals } = createAsked();
    loader.want({ base: [overview], filtered: [] });

    loader.close();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);

    loader.want({ base: [overview], filtered: [] });
    expect(signals).toHaveLength(2);
  });

  it('says what to do when it failed in a way that nobody foresaw', async () => {
    const cause = new Error('a fault');
    const loader = createSliceLoader(() => Promise.reject(cause));
    loader.want({ base: [overview], filtered: [] });

    const { failure } = await until(loader, 'failed');

    expect(failure).toMatchObject({ failure: 'unavailable', cause });
    expect(failure?.message).toContain('Try again');
  });
});

/** A loader whose questions are answered one by one. */
function createAsked() {
  const signals: AbortSignal[] = [];
  let resolve: (slice: GraphSlice) => void = () => {};
  const loader = createSliceLoader((_, signal) => {
    signals.push(signal);
    return new Promise((done) => {
      resolve = done;
    });
  });
  const answer = async () => {
    resolve(quarrel);
    await new Promise(setImmediate);
  };
  return { loader, answer, signals };
}
