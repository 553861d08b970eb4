import { describe, expect, it } from '@jest/globals';

import { startPosition } from '@/lib/graph/start-position';

const many = Array.from({ length: 2000 }, (_, at) => startPosition(`entity-${at}`));

function share(test: (x: number, y: number) => boolean): number {
  return many.filter(({ x, y }) => test(x, y)).length / many.length;
}

describe('The place where an entity starts', () => {
  it('is the same one on every machine', () => {
    const { x, y } = startPosition('usa');

    expect(x).toBeCloseTo(-0.336399369, 8);
    expect(y).toBeCloseTo(0.623371212, 8);
  });

  it('lies in the unit disc, and all of the disc is used evenly', () => {
    expect(share((x, y) => Math.hypot(x, y) <= 1)).toBe(1);
    expect(share((x, y) => Math.hypot(x, y) <= Math.SQRT1_2)).toBeCloseTo(0.5, 1);
    expect(share((x) => x > 0)).toBeCloseTo(0.5, 1);
    expect(share((_, y) => y > 0)).toBeCloseTo(0.5, 1);
    expect(share((x, y) => x > 0 === y > 0)).toBeCloseTo(0.5, 1);
  });

  it('is far from that of an entity with nearly the same id', () => {
    const [one, other] = [startPosition('entity-1'), startPosition('entity-2')];

    expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.05);
    expect(new Set(many.map(({ x, y }) => `${x} ${y}`)).size).toBe(many.length);
  });
});
