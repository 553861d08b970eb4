import { MultiDirectedGraph } from 'graphology';

import type { EntityFact, FactsGraph, Position } from '@/lib/graph/facts';
import type { FoldedRelations } from '@/lib/graph/fold-relations';
import type { VisibleFacts } from '@/lib/graph/visible-facts';
import type { EntityId } from '@/lib/model/ids';

/** An entity as it is drawn: its facts, at the place where the canvas has it. `shown` counts its neighbours on the canvas, joined to it by lines or by a number. */
export interface DrawnEntity extends EntityFact {
  readonly shown: number;
}

/** What Sigma draws: facts that are seen, with places that fill the canvas, and no looks: those are worked out in `appearance.ts`. */
export type DrawnGraph = MultiDirectedGraph<DrawnEntity, FoldedRelations>;

export interface Drawing {
  readonly facts: FactsGraph;
  readonly visible: VisibleFacts;
  readonly folds: readonly FoldedRelations[];
  readonly pins: ReadonlyMap<EntityId, Position>;
  /** How far the plane is stretched in each direction to have the canvas's shape. */
  readonly stretch: Position;
}

export function createDrawnGraph(): DrawnGraph {
  return new MultiDirectedGraph<DrawnEntity, FoldedRelations>();
}

/** Brings what is drawn in step with what is to be seen: it changes, adds and drops what differs. */
export function mergeDrawing(drawn: DrawnGraph, drawing: Drawing): void {
  dropUnseen(drawn, drawing);
  const shown = countShown(drawing);
  const read = (id: EntityId) => ({
    ...drawing.facts.getNodeAttributes(id),
    ...findPlace(drawing, id),
    shown: shown.get(id) ?? 0,
  });
  drawn.updateEachNodeAttributes((_, { id }) => read(id));
  for (const id of drawing.visible.entities) if (!drawn.hasNode(id)) drawn.addNode(id, read(id));
  for (const fold of drawing.folds.filter(({ isDrawn }) => isDrawn)) {
    if (drawn.hasEdge(fold.key)) drawn.replaceEdgeAttributes(fold.key, fold);
    else drawn.addEdgeWithKey(fold.key, fold.subject, fold.object, fold);
  }
}

/** Moves what is drawn to where it lies now; nobody has come or gone. */
export function mergePlaces(drawn: DrawnGraph, drawing: Drawing): void {
  drawn.updateEachNodeAttributes((_, entity) => ({ ...entity, ...findPlace(drawing, entity.id) }), {
    attributes: ['x', 'y'],
  });
}

function findPlace({ facts, pins, stretch }: Drawing, id: EntityId): Position {
  const { x, y } = pins.get(id) ?? facts.getNodeAttributes(id);
  return toCanvas({ x, y }, stretch);
}

/** A place of the plane as the canvas has it. */
function toCanvas({ x, y }: Position, stretch: Position): Position {
  return { x: x * stretch.x, y: y * stretch.y };
}

/** Converts a position on the canvas to one in the plane. */
export function toPlane({ x, y }: Position, stretch: Position): Position {
  return { x: x / stretch.x, y: y / stretch.y };
}

function dropUnseen(drawn: DrawnGraph, { visible, folds }: Drawing): void {
  const keys = new Set(folds.filter(({ isDrawn }) => isDrawn).map(({ key }) => key));
  for (const edge of drawn.edges()) if (!keys.has(edge)) drawn.dropEdge(edge);
  for (const [id, { id: entity }] of drawn.mapNodes((key, attributes) => [key, attributes] as const))
    if (!visible.entities.has(entity)) drawn.dropNode(id);
}

function countShown({ folds }: Drawing): ReadonlyMap<EntityId, number> {
  const neighbours = new Map<EntityId, Set<EntityId>>();
  const add = (entity: EntityId, neighbour: EntityId) => {
    neighbours.set(entity, (neighbours.get(entity) ?? new Set()).add(neighbour));
  };
  for (const { subject, object } of folds) {
    if (subject === object) continue;
    add(subject, object);
    add(object, subject);
  }
  return new Map([...neighbours].map(([entity, others]) => [entity, others.size]));
}
