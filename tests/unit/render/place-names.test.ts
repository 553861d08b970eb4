import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { placeNames, type NameWish, type PlacedName } from '@/lib/render/place-names';

const bounds = { left: 0, top: 0, right: 400, bottom: 300 };
const free = { bounds, obstacles: [] };

function wish(key: string, more: Partial<NameWish> = {}): NameWish {
  return {
    key,
    x: 200,
    y: 150,
    size: 6,
    width: 60,
    height: 14,
    weight: 1,
    mayCover: false,
    isForced: false,
    ...more,
  };
}

function keys(names: readonly PlacedName[]) {
  return names.map(({ key }) => key);
}

const wishes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 10, max: 120 }),
    weight: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 40 },
);

describe('placeNames', () => {
  it('lets no two names overlap, and none leave the canvas', () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const all = some.map((one, index) => wish(String(index), one));
        const boxes = placeNames(all, free).map(({ key, x, y }) => {
          const { width } = all[Number(key)] ?? wish('none');
          return { left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7 };
        });

        boxes.forEach((one, index) => {
          expect(one.left >= 0 && one.right <= 400 && one.top >= 0 && one.bottom <= 300).toBe(true);
          for (const other of boxes.slice(index + 1))
            expect(
              one.right <= other.left ||
                other.right <= one.left ||
                one.bottom <= other.top ||
                other.bottom <= one.top,
            ).toBe(true);
        });
      }),
    );
  });

  it('names the larger of two where there is room for one', () => {
    const narrow = { bounds: { left: 160, top: 140, right: 240, bottom: 180 }, obstacles: [] };

    expect(keys(placeNames([wish('small'), wish('large', { weight: 9 })], narrow))).toEqual(['large']);
  });

  it('writes a forced name even where there is no room', () => {
    const narrow = { bounds: { left: 0, top: 0, right: 10, bottom: 10 }, obstacles: [] };

    expect(keys(placeNames([wish('small'), wish('chosen', { isForced: true })], narrow))).toEqual(['chosen']);
  });

  it('writes above where something lies below', () => {
    const below = { left: 190, top: 160, right: 210, bottom: 180 };

    const [name] = placeNames([wish('ann')], { bounds, obstacles: [below] });

    expect(name?.y).toBeLessThan(150);
  });

  it('lets the most important names cover nodes, and no others', () => {
    const everywhere = { bounds, obstacles: [bounds] };

    expect(keys(placeNames([wish('ann'), wish('utopia', { mayCover: true })], everywhere))).toEqual([
      'utopia',
    ]);
  });
});
