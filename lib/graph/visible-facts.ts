import type { EntityId, RelationId } from '@/lib/model/ids';

import type { EntityFact, FactsGraph, RelationFact } from './facts';
import { allFilters } from './filters/all-filters';
import type { Filter, Filters } from './filters/filter';

/** What passes the filters, of what is loaded. */
export interface VisibleFacts {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
}

export interface Visibility {
  readonly filters: Filters;
  /** The relations that the server gave for these filters; undefined while it has not answered, or when it was not asked. */
  readonly answered?: ReadonlySet<RelationId> | undefined;
  /** Entities that stay even without a relation that passes: what is selected, what was expanded. */
  readonly kept: ReadonlySet<EntityId>;
}

/**
 * Finds what is visible: the relations that pass the filters, between entities that pass, and those
 * entities. An entity without such a relation is visible only when no filter on relations is set,
 * or when it is kept.
 * @param graph - what is loaded
 * @param visibility - what narrows it
 */
export function findVisible(graph: FactsGraph, visibility: Visibility): VisibleFacts {
  const passes = createTest(visibility);
  const entities = new Set<EntityId>();
  const relations = new Set<RelationId>();
  graph.forEachEdge((...[, relation, , , subject, object]) => {
    if (!passes.relation(relation) || !passes.entity(subject) || !passes.entity(object)) return;
    relations.add(relation.id);
    entities.add(subject.id).add(object.id);
  });
  const narrows = allFilters.some(({ name, entityValue }) => !entityValue && visibility.filters[name]);
  graph.forEachNode((_, entity) => {
    const isKept = visibility.kept.has(entity.id);
    if (isKept || (!narrows && passes.entity(entity))) entities.add(entity.id);
  });
  return { entities, relations };
}

interface FactTest {
  readonly relation: (relation: RelationFact) => boolean;
  readonly entity: (entity: EntityFact) => boolean;
}

function createTest({ filters, answered }: Pick<Visibility, 'filters' | 'answered'>): FactTest {
  const set = allFilters.flatMap((filter) => {
    const chosen = filters[filter.name];
    return chosen === undefined ? [] : [{ filter, chosen: new Set(chosen) }];
  });
  const isEmptied = set.some(({ chosen }) => chosen.size === 0);
  return {
    relation: (relation) =>
      !isEmptied &&
      (answered?.has(relation.id) ?? true) &&
      set.every(({ filter, chosen }) => passesOne(filter.relationValue?.(relation), chosen)),
    entity: (entity) => set.every(({ filter, chosen }) => passesOne(entityValue(filter, entity), chosen)),
  };
}

function entityValue(filter: Filter, entity: EntityFact): string | undefined {
  return filter.entityValue?.(entity);
}

/** A value that is not known here is not judged here. */
function passesOne(value: string | undefined, chosen: ReadonlySet<string>): boolean {
  return value === undefined || chosen.has(value);
}
