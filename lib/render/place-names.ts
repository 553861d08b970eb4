/** A box on the canvas, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The middle of a text's line. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A name that wants to be written near a node. `weight`: the heaviest is placed first; `isForced`: it is written whatever it covers. */
export interface NameWish {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Where it may stand, the best first; without them: below, above, right and left of a node. */
  readonly spots?: readonly Spot[];
  /** The radius of the node. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly weight: number;
  /** So important that it may cover nodes, though never another name. */
  readonly mayCover: boolean;
  readonly isForced: boolean;
}

export interface PlacedName extends Spot {
  readonly key: string;
}

/** Free pixels that a name keeps around it, and between it and its node. */
const GAP = 2;
/** More than this many names cannot be read at once. */
const NAMES_MAX = 250;

interface Room {
  /** Where names may be written at all. */
  readonly bounds: Box;
  /** What they may not cover. */
  readonly obstacles: readonly Box[];
}

/**
 * Places names without overlaps, each at the first of its spots that is free: by default below its
 * node, else above, right or left of it. Forced names come first and are always placed. The same
 * wishes give the same result.
 * @param wishes - the names
 * @returns the names that found room
 */
export function placeNames(wishes: readonly NameWish[], { bounds, obstacles }: Room): readonly PlacedName[] {
  const order = wishes.toSorted(
    (one, other) =>
      Number(other.isForced) - Number(one.isForced) ||
      other.weight - one.weight ||
      (one.key < other.key ? -1 : 1),
  );
  const blocked = createBoxes(obstacles);
  const taken = createBoxes([]);
  const placed: PlacedName[] = [];
  for (const wish of order) {
    if (placed.length >= NAMES_MAX) break;
    const spots = wish.spots ?? toSpots(wish);
    const open = spots.filter((spot) => {
      const box = toBox(spot, wish);
      return isWithin(box, bounds) && !taken.hits(box);
    });
    const clear = open.find((spot) => !blocked.hits(toBox(spot, wish)));
    const spot = clear ?? (wish.mayCover ? open[0] : undefined) ?? (wish.isForced ? spots[0] : undefined);
    if (!spot) continue;
    taken.add(toBox(spot, wish));
    placed.push({ key: wish.key, ...spot });
  }
  return placed;
}

function toSpots({ x, y, size, width, height }: NameWish): readonly Spot[] {
  const [up, aside] = [size + GAP + height / 2, size + 2 * GAP + width / 2];
  return [
    { x, y: y + up },
    { x, y: y - up },
    { x: x + aside, y },
    { x: x - aside, y },
  ];
}

function toBox({ x, y }: Spot, { width, height }: NameWish): Box {
  return {
    left: x - width / 2 - GAP,
    top: y - height / 2,
    right: x + width / 2 + GAP,
    bottom: y + height / 2,
  };
}

/** Boxes in cells of a grid, so that asking what one hits looks at its own corner of the canvas only. */
function createBoxes(initial: readonly Box[]) {
  const cellSize = 64;
  const cells = new Map<string, Box[]>();
  const cellsOf = ({ left, top, right, bottom }: Box) => {
    const keys: string[] = [];
    for (let column = Math.floor(left / cellSize); column <= right / cellSize; column += 1)
      for (let row = Math.floor(top / cellSize); row <= bottom / cellSize; row += 1)
        keys.push(`${column} ${row}`);
    return keys;
  };
  const add = (box: Box) => {
    for (const key of cellsOf(box)) cells.set(key, [...(cells.get(key) ?? []), box]);
  };
  for (const box of initial) add(box);
  return {
    add,
    hits: (box: Box) => cellsOf(box).some((key) => cells.get(key)?.some((other) => overlap(box, other))),
  };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.top >= bounds.top &&
    box.right <= bounds.right &&
    box.bottom <= bounds.bottom
  );
}
