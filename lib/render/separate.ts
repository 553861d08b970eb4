/** Moves nodes apart until none lies on another: what a force layout leaves close together could be neither read nor clicked. */

interface Separation {
  /** x and y in turn; changed in place. */
  readonly positions: Float32Array;
  readonly fixed: Uint8Array;
  /** How much room each needs around its middle, in the same unit as the positions. */
  readonly radii: Float32Array;
}

/** Names are written below their nodes and are wide: two need more room side by side than one above the other. */
const WIDTH_TO_HEIGHT = 1.5;
const ROUNDS = 60;

/**
 * Pushes nodes apart until each has the room it needs, in place; the result depends on nothing but
 * the input.
 */
export function separate({ positions, fixed, radii }: Separation): void {
  const count = radii.length;
  const reach = 2 * Math.max(0.001, ...radii) * WIDTH_TO_HEIGHT;
  for (let round = 0; round < ROUNDS; round += 1) {
    const cells = toCells(positions, reach);
    let moved = 0;
    for (let one = 0; one < count; one += 1) {
      for (const other of findNear(cells, positions, { one, reach })) {
        moved += pushApart({ positions, fixed, radii }, one, other);
      }
    }
    if (moved === 0) return;
  }
}

type Cells = ReadonlyMap<string, readonly number[]>;

function toCells(positions: Float32Array, reach: number): Cells {
  const cells = new Map<string, number[]>();
  for (let index = 0; index < positions.length / 2; index += 1) {
    const key = cellKey(cellOf(positions, index, reach));
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  }
  return cells;
}

function cellOf(positions: Float32Array, index: number, reach: number): readonly [number, number] {
  return [
    Math.floor((positions[2 * index] ?? 0) / reach),
    Math.floor((positions[2 * index + 1] ?? 0) / reach),
  ];
}

function cellKey([column, row]: readonly [number, number]): string {
  return `${column} ${row}`;
}

function findNear(
  cells: Cells,
  positions: Float32Array,
  { one, reach }: { readonly one: number; readonly reach: number },
): readonly number[] {
  const [column, row] = cellOf(positions, one, reach);
  return [-1, 0, 1]
    .flatMap((right) => [-1, 0, 1].flatMap((up) => cells.get(cellKey([column + right, row + up])) ?? []))
    .filter((other) => other > one);
}

/** Returns 1 when the two were too close and at least one of them may move. */
function pushApart({ positions, fixed, radii }: Separation, one: number, other: number): number {
  const share = toShare(fixed[one] === 1, fixed[other] === 1);
  if (!share) return 0;
  const room = (radii[one] ?? 0) + (radii[other] ?? 0);
  const across = ((positions[2 * other] ?? 0) - (positions[2 * one] ?? 0)) / WIDTH_TO_HEIGHT;
  const up = (positions[2 * other + 1] ?? 0) - (positions[2 * one + 1] ?? 0);
  const distance = Math.hypot(across, up);
  if (distance >= room) return 0;
  // Two on one spot part along a line that their numbers choose.
  const angle = one * 2.399963 + other;
  const [toRight, toTop] =
    distance > 0 ? [across / distance, up / distance] : [Math.cos(angle), Math.sin(angle)];
  const push = (room - distance) * 0.6;
  shift(positions, one, { x: -push * share.one * toRight * WIDTH_TO_HEIGHT, y: -push * share.one * toTop });
  shift(positions, other, {
    x: push * share.other * toRight * WIDTH_TO_HEIGHT,
    y: push * share.other * toTop,
  });
  return 1;
}

function toShare(isOneFixed: boolean, isOtherFixed: boolean): { one: number; other: number } | undefined {
  if (isOneFixed) return isOtherFixed ? undefined : { one: 0, other: 1 };
  return isOtherFixed ? { one: 1, other: 0 } : { one: 0.5, other: 0.5 };
}

function shift(positions: Float32Array, index: number, { x, y }: { x: number; y: number }): void {
  positions[2 * index] = (positions[2 * index] ?? 0) + x;
  positions[2 * index + 1] = (positions[2 * index + 1] ?? 0) + y;
}
