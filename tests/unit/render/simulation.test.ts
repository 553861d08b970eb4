import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createFactsGraph } from '@/lib/graph/facts';
import { toLayoutProblem, type LayoutProblem } from '@/lib/graph/layout-problem';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { separate } from '@/lib/render/separate';
import { createSimulation } from '@/lib/render/simulation';

import { toSlice } from '../../fixtures/slice.fixture';

/** A hub with twenty spokes, of which every fifth is joined to the next, and a pair apart from them. */
function wheel(fixed: readonly string[] = []): LayoutProblem {
  const spokes = Array.from({ length: 20 }, (_, index) => `s${index}`);
  const entities = Object.fromEntries(['hub', ...spokes, 'left', 'right'].map((id) => [id, 'person']));
  const rim = spokes.filter((_, index) => index % 5 === 0).map((id, index) => `${id} MET s${5 * index + 1}`);
  const graph = createFactsGraph();
  mergeSlice(
    graph,
    toSlice({ entities, relations: [...spokes.map((id) => `hub MET ${id}`), ...rim, 'left MET right'] }),
  );
  return toLayoutProblem(graph, { fixed: new Set(fixed), scale: fixed.length === 0 ? 0 : 60 });
}

function solve(problem: LayoutProblem) {
  const simulation = createSimulation(problem);
  let chunks = 1;
  while (simulation.run()) chunks += 1;
  return { ...simulation.finish(), chunks };
}

describe('createSimulation', () => {
  it('gives the same picture for the same data', () => {
    expect(solve(wheel()).positions).toEqual(solve(wheel()).positions);
  });

  it('stops by itself', () => {
    expect(solve(wheel()).chunks).toBeLessThan(60);
  });

  it('fills the plane from border to border, and leaves it nowhere', () => {
    const { positions } = solve(wheel());

    expect(Math.max(...positions)).toBeCloseTo(1, 5);
    expect(Math.min(...positions)).toBeCloseTo(-1, 5);
  });

  it('puts no two on one spot, though all started there', () => {
    const problem = wheel();

    const { positions } = solve({ ...problem, positions: problem.positions.map((_, index) => index * 1e-6) });

    expect(nearest(positions)).toBeGreaterThan(0.05);
  });

  it('leaves who is fixed exactly where they are', () => {
    const problem = wheel(['hub', 's0', 's1', 's2']);

    const { positions } = solve(problem);

    expect(positions.slice(0, 8)).toEqual(problem.positions.slice(0, 8));
    expect(positions.slice(8)).not.toEqual(problem.positions.slice(8));
  });

  it('takes a graph of one', () => {
    const graph = createFactsGraph();
    mergeSlice(graph, toSlice({ entities: { ann: 'person' }, relations: [] }));

    const { positions } = solve(toLayoutProblem(graph, { fixed: new Set(), scale: 0 }));

    expect([...positions].every(Number.isFinite)).toBe(true);
  });
});

describe('separate', () => {
  it('moves free nodes until each has its room', () => {
    const points = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 24 });
    fc.assert(
      fc.property(points, (lengths) => {
        const positions = Float32Array.from(lengths.slice(0, lengths.length - (lengths.length % 2)));
        const radii = new Float32Array(positions.length / 2).fill(0.03);

        separate({ positions, fixed: new Uint8Array(radii.length), radii });

        expect(nearest(positions)).toBeGreaterThan(0.055);
      }),
    );
  });

  it('moves nobody who is fixed, even on one spot', () => {
    const positions = Float32Array.from([0, 0, 0, 0]);

    separate({ positions, fixed: Uint8Array.from([1, 1]), radii: Float32Array.from([0.1, 0.1]) });

    expect([...positions]).toEqual([0, 0, 0, 0]);
  });
});

function nearest(positions: Float32Array): number {
  let least = Infinity;
  for (let one = 0; one < positions.length; one += 2)
    for (let other = one + 2; other < positions.length; other += 2)
      least = Math.min(
        least,
        Math.hypot(
          (positions[one] ?? 0) - (positions[other] ?? 0),
          (positions[one + 1] ?? 0) - (positions[other + 1] ?? 0),
        ),
      );
  return least;
}
