import type { EntityId } from '@/lib/model/ids';
import type { GraphSlice } from '@/lib/model/slice';

import type { FactsGraph, Position, RelationFact } from './facts';
import { startPosition } from './start-position';

/** How far from the middle of its neighbours a new entity starts, so that no two start at one point. */
const JITTER = 0.12;

/**
 * Adds a slice's entities and relations to the graph, in place. Entities that are there keep their
 * positions; a new one starts amid its neighbours that have a position, or at its own seeded
 * position.
 * @param graph - the graph to change
 * @param slice - what to add
 * @returns the ids of the new entities, in the slice's order
 */
export function mergeSlice(graph: FactsGraph, slice: GraphSlice): readonly EntityId[] {
  const added = mergeEntities(graph, slice);
  mergeRelations(graph, slice);
  placeNew(graph, added);
  return added;
}

function mergeEntities(graph: FactsGraph, { entities }: GraphSlice): readonly EntityId[] {
  const added: EntityId[] = [];
  entities.id.forEach((id, index) => {
    const [name, kind] = [entities.name[index], entities.kind[index]];
    const [degree = 0, relations = 0] = [entities.degree[index], entities.relations[index]];
    if (name === undefined || kind === undefined) return;
    if (graph.hasNode(id)) {
      graph.mergeNodeAttributes(id, { name, kind, degree, relations });
    } else {
      graph.addNode(id, { id, name, kind, degree, relations, ...startPosition(id) });
      added.push(id);
    }
  });
  return added;
}

function mergeRelations(graph: FactsGraph, { entities, relations }: GraphSlice): void {
  relations.id.forEach((id, index) => {
    const subject = entities.id[relations.subject[index] ?? -1];
    const object = entities.id[relations.object[index] ?? -1];
    const relation = readRelation(relations, index);
    if (relation && subject !== undefined && object !== undefined)
      graph.mergeEdgeWithKey(id, subject, object, relation);
  });
}

function readRelation(relations: GraphSlice['relations'], index: number): RelationFact | undefined {
  const [id, type, relationClass] = [relations.id[index], relations.type[index], relations.class[index]];
  const modality = relations.modality[index];
  if (id === undefined || type === undefined || relationClass === undefined || modality === undefined)
    return undefined;
  return {
    id,
    type,
    class: relationClass,
    start: relations.start[index] ?? null,
    evidence: relations.evidence[index] ?? 0,
    documents: relations.documents[index] ?? 0,
    contested: relations.contested[index] ?? false,
    modality,
    coMentionsOnly: relations.coMentionsOnly[index] === true,
    speakers: relations.speakers[index] ?? [],
  };
}

function placeNew(graph: FactsGraph, added: readonly EntityId[]): void {
  const waiting = new Set<string>(added);
  if (waiting.size === graph.order) return;
  for (const id of added) {
    const middle = findMiddle(graph, id, waiting);
    if (middle === undefined) continue;
    const aside = startPosition(id);
    graph.mergeNodeAttributes(id, { x: middle.x + JITTER * aside.x, y: middle.y + JITTER * aside.y });
    waiting.delete(id);
  }
}

function findMiddle(graph: FactsGraph, id: string, waiting: ReadonlySet<string>): Position | undefined {
  const placed = graph.neighbors(id).filter((neighbour) => neighbour !== id && !waiting.has(neighbour));
  if (placed.length === 0) return undefined;
  const sum = { x: 0, y: 0 };
  for (const neighbour of placed) {
    const { x, y } = graph.getNodeAttributes(neighbour);
    sum.x += x;
    sum.y += y;
  }
  return { x: sum.x / placed.length, y: sum.y / placed.length };
}
