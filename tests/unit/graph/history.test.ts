import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createHistory, redo, remember, undo, type History } from '@/lib/graph/history';

/** A history of the steps 1, 2, … up to `steps`, of which `undone` were taken back. */
function historyOf(steps: number, undone: number): History<number> {
  let history = createHistory(0);
  for (let step = 1; step <= steps; step += 1) history = remember(history, step);
  for (let count = 0; count < undone; count += 1) history = undo(history);
  return history;
}

describe('A history', () => {
  it('goes back and forth by one step, and forgets neither what was before nor what comes after', () => {
    const steps = fc.integer({ min: 1, max: 9 });

    fc.assert(
      fc.property(steps, fc.nat(9), (count, undone) => {
        fc.pre(undone < count);
        const history = historyOf(count, undone);

        expect(redo(undo(history))).toEqual(history);
        expect(undo(history).present).toBe(history.present - 1);
        expect(undo(history).future).toEqual([history.present, ...history.future]);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('redoes what was undone in the order in which it was done', () => {
    const history = historyOf(3, 3);

    expect(redo(history).present).toBe(1);
    expect(redo(redo(redo(history)))).toEqual(historyOf(3, 0));
  });

  it('stays the same one where there is nothing to undo or to redo', () => {
    const history = historyOf(0, 0);

    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
    expect(remember(history, 0)).toBe(history);
  });

  it('has nothing to redo once something else is done', () => {
    const history = remember(historyOf(3, 2), 9);

    expect(history).toEqual({ past: [0, 1], present: 9, future: [] });
  });

  it('keeps the last two hundred steps', () => {
    const history = historyOf(250, 0);

    expect(history.past).toHaveLength(200);
    expect(history.past.at(-1)).toBe(249);
  });
});
