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
});
