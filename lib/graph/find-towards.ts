import type { EntityId } from '@/lib/model/ids';

import type { FactsGraph, Position } from './facts';

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Walk {
  readonly from: EntityId;
  readonly direction: Direction;
  /** Who can be walked to. */
  readonly among: ReadonlySet<EntityId>;
}

/** The plane's y grows upwards. */
const vectors = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
} as const satisfies Record<Direction, Position>;

/**
 * Finds where an arrow key leads: to the neighbour that lies best in its direction, else to any
 * other entity that does.
 * @returns undefined when nobody lies in that direction
 */
export function findTowards(graph: FactsGraph, { from, direction, among }: Walk): EntityId | undefined {
  if (!graph.hasNode(from)) return undefined;
  const neighbours = new Set(graph.neighbors(from));
  const others = [...among].filter((id) => id !== from && graph.hasNode(id));
  const best = (candidates: readonly EntityId[]) =>
    findBest(graph, { from, candidates, vector: vectors[direction] });
  return best(others.filter((id) => neighbours.has(id))) ?? best(others);
}

interface Candidates {
  readonly from: EntityId;
  readonly candidates: readonly EntityId[];
  readonly vector: Position;
}

/** Near and straight ahead is best: the length of the way, longer the more it leads aside; nothing beyond 60° counts. */
function findBest(graph: FactsGraph, { from, candidates, vector }: Candidates): EntityId | undefined {
  const origin = graph.getNodeAttributes(from);
  let best: { id: EntityId; cost: number } | undefined;
  for (const id of candidates) {
    const { x, y } = graph.getNodeAttributes(id);
    const [dx, dy] = [x - origin.x, y - origin.y];
    const length = Math.hypot(dx, dy);
    const straight = length === 0 ? 0 : (dx * vector.x + dy * vector.y) / length;
    const cost = length / (straight * straight);
    if (straight >= 0.5 && (best === undefined || cost < best.cost)) best = { id, cost };
  }
  return best?.id;
}
