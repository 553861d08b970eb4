import type { EntityId } from '@/lib/model/ids';

import type { FactsGraph } from './facts';
import type { VisibleFacts } from './visible-facts';

interface Seen {
  readonly facts: FactsGraph;
  readonly visible: Pick<VisibleFacts, 'relations'>;
}

/** Counts the entities to which an entity is joined by a visible relation. */
export function countNeighbours({ facts, visible }: Seen, entity: EntityId): number {
  if (!facts.hasNode(entity)) return 0;
  const others = new Set<EntityId>();
  facts.forEachEdge(entity, (...[, relation, , , subject, object]) => {
    if (!visible.relations.has(relation.id)) return;
    others.add(subject.id === entity ? object.id : subject.id);
  });
  others.delete(entity);
  return others.size;
}
