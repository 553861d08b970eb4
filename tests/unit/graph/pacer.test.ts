import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { createPacer } from '@/lib/graph/pacer';

describe('createPacer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('acts at once, and for all that is asked in the pause once more after it', () => {
    const act = jest.fn();
    const pacer = createPacer(100, act);

    pacer.ask();
    pacer.ask();
    pacer.ask();
    expect(act).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(100);
    expect(act).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('acts at once again after the pause', () => {
    const act = jest.fn();
    const pacer = createPacer(100, act);

    pacer.ask();
    jest.advanceTimersByTime(100);
    pacer.ask();

    expect(act).toHaveBeenCalledTimes(2);
  });

  it('forgets what was asked when told so', () => {
    const act = jest.fn();
    const pacer = createPacer(100, act);

    pacer.ask();
    pacer.ask();
    pacer.drop();
    jest.advanceTimersByTime(1000);

    expect(act).toHaveBeenCalledTimes(1);
  });
});

describe('what was asked of a pacer too soon', () => {
  it('is done at once when it is flushed, and not again', () => {
    jest.useFakeTimers();
    const act = jest.fn();
    const pacer = createPacer(100, act);

    pacer.ask();
    pacer.flush();
    expect(act).toHaveBeenCalledTimes(1);
    pacer.ask();
    pacer.flush();
    expect(act).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(500);
    expect(act).toHaveBeenCalledTimes(2);
    jest.useRealTimers();
  });
});
