import { describe, expect, it } from '@jest/globals';

import { createArranger, type Arranger, type Layout } from '@/lib/graph/arrangement';
import type { LayoutProblem } from '@/lib/graph/layout-problem';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

const first = { key: 'overview', slice: quarrel };
const second = {
  key: 'around cid',
  slice: toSlice({ entities: { cid: 'person', dan: 'person' }, relations: ['cid MET dan'] }),
};

/** A layout that moves whoever may move to the right by one. */
function createShift() {
  const problems: LayoutProblem[] = [];
  const layout: Layout = (problem) => {
    problems.push(problem);
    const positions = problem.positions.map((length, index) =>
      index % 2 === 0 && problem.fixed[index / 2] === 0 ? length + 1 : length,
    );
    return Promise.resolve({ positions, scale: 7 });
  };
  return { layout, problems };
}

function settled(arranger: Arranger): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (arranger.getState().status !== 'settled') return;
      stop();
      resolve();
    };
    const stop = arranger.subscribe(look);
  });
}

function places({ getState }: Arranger) {
  return new Map(getState().facts.mapNodes((key, { x, y }) => [key, [x, y]]));
}

async function show(arranger: Arranger, steps: Parameters<Arranger['show']>[0]) {
  const done = settled(arranger);
  arranger.show(steps);
  await done;
}

describe('createArranger', () => {
  it('holds everybody still who was there before', async () => {
    const { layout, problems } = createShift();
    const arranger = createArranger(layout);
    await show(arranger, [first]);
    const before = places(arranger);

    await show(arranger, [first, second]);

    expect([...(problems[1]?.fixed ?? [])]).toEqual([1, 1, 1, 1, 0]);
    for (const [key, place] of before) expect(places(arranger).get(key)).toEqual(place);
  });

  it('lays out in the scale that the first layout found', async () => {
    const { layout, problems } = createShift();

    await show(createArranger(layout), [first, second]);

    expect(problems.map(({ scale }) => scale)).toEqual([0, 7]);
  });

  it('comes to the same places step by step, all at once, and after going back', async () => {
    const atOnce = createArranger(createShift().layout);
    await show(atOnce, [first, second]);
    const byStep = createArranger(createShift().layout);
    await show(byStep, [first]);
    await show(byStep, [first, second]);
    await show(byStep, [first]);
    await show(byStep, [first, second]);

    expect(places(byStep)).toEqual(places(atOnce));
  });

  it('needs no new layout for what it has laid out before', async () => {
    const { layout, problems } = createShift();
    const arranger = createArranger(layout);
    await show(arranger, [first, second]);
    await show(arranger, [first]);

    await show(arranger, [first, second]);

    expect(problems).toHaveLength(2);
  });

  it('says that it is arranging until it is settled, with every change of the graph', async () => {
    const arranger = createArranger(createShift().layout);
    const seen: string[] = [];
    arranger.subscribe(() => {
      const { status, content, revision } = arranger.getState();
      seen.push(`${status} ${content} ${revision}`);
    });

    await show(arranger, [first]);

    expect(seen).toEqual(['arranging 0 1', 'arranging 10 2', 'settled 10 3']);
  });

  it('shows the places on the way to those that are found', async () => {
    const { layout, report, finish } = createSlow();
    const arranger = createArranger(layout);
    arranger.show([first]);

    report(Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(places(arranger).get('bob')).toEqual([3, 4]);

    const done = settled(arranger);
    finish(Float32Array.from([8, 7, 6, 5, 4, 3, 2, 1]));
    await done;
    expect(places(arranger).get('bob')).toEqual([6, 5]);
  });

  it('gives a layout up when something else is to be shown, and hears no more of it', async () => {
    const slow = createSlow();
    const arranger = createArranger(slow.layout);
    arranger.show([first]);
    const before = arranger.getState().facts;

    arranger.show([second]);
    expect(slow.signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(arranger.getState().facts).not.toBe(before);
    expect(arranger.getState().facts.nodes()).toEqual(['cid', 'dan']);

    const done = settled(arranger);
    slow.finish(Float32Array.from([1, 1, 2, 2]));
    await done;
    expect(places(arranger).get('dan')).toEqual([2, 2]);
  });

  it('goes on with what is under way when more is to be shown behind it', async () => {
    const slow = createSlow();
    const arranger = createArranger(slow.layout);
    arranger.show([first]);

    arranger.show([first, second]);
    expect(slow.signals).toHaveLength(1);

    slow.finish(new Float32Array(8));
    await Promise.resolve();
    await new Promise(setImmediate);
    expect(slow.signals).toHaveLength(2);
    expect(arranger.getState().facts.hasNode('dan')).toBe(true);
  });

  it('starts nothing when the same is shown again', async () => {
    const { layout, problems } = createShift();
    const arranger = createArranger(layout);
    await show(arranger, [first]);
    const { revision } = arranger.getState();

    arranger.show([first]);

    expect(arranger.getState().revision).toBe(revision);
    expect(problems).toHaveLength(1);
  });

  it('needs no layout where nobody is new', async () => {
    const { layout, problems } = createShift();
    const arranger = createArranger(layout);
    await show(arranger, [first]);

    await show(arranger, [first, { key: 'the same people', slice: quarrel }]);

    expect(problems).toHaveLength(1);
  });

  it('forgets what it showed when it is closed', () => {
    const slow = createSlow();
    const arranger = createArranger(slow.layout);
    arranger.show([first]);

    arranger.close();

    expect(slow.signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(arranger.getState()).toMatchObject({ status: 'settled', content: 0 });
  });
});

/** A layout that waits to be told what to say. */
function createSlow() {
  const signals: AbortSignal[] = [];
  let report: (positions: Float32Array) => void = () => {};
  let finish: (positions: Float32Array) => void = () => {};
  const layout: Layout = (_, { signal, onProgress }) => {
    signals.push(signal);
    report = onProgress;
    return new Promise((resolve, reject) => {
      finish = (positions) => {
        resolve({ positions, scale: 1 });
      };
      signal.addEventListener('abort', () => {
        reject(new Error('given up'));
      });
    });
  };
  return {
    layout,
    signals,
    report: (positions: Float32Array) => {
      report(positions);
    },
    finish: (positions: Float32Array) => {
      finish(positions);
    },
  };
}
