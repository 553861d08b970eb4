import { describe, expect, it } from '@jest/globals';

import { createStore } from '@/lib/graph/store';

function watch() {
  const store = createStore({ count: 0 });
  const seen: number[] = [];
  const stop = store.subscribe(() => {
    seen.push(store.getState().count);
  });
  return { store, seen, stop };
}

describe('A store', () => {
  it('tells its watchers of each new value', () => {
    const { store, seen } = watch();

    store.setState({ count: 1 });
    store.setState(({ count }) => ({ count: count + 1 }));

    expect(seen).toEqual([1, 2]);
  });

  it('tells nobody when the value is the same one', () => {
    const { store, seen } = watch();

    store.setState((state) => state);

    expect(seen).toEqual([]);
  });

  it('tells whoever watches until they stop, even when they stop while being told', () => {
    const { store, seen, stop } = watch();
    const others: number[] = [];
    const stopSecond = store.subscribe(() => {
      stopSecond();
      others.push(store.getState().count);
    });
    store.subscribe(() => others.push(-store.getState().count));

    store.setState({ count: 1 });
    stop();
    store.setState({ count: 2 });

    expect(seen).toEqual([1]);
    expect(others).toEqual([1, -1, -2]);
  });
});
