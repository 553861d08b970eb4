import type { Evidence } from './evidence';
import type { EntityEntry, TypeEntry } from './batch';
import type { Relation } from './relation';

/** One input row, parsed and checked: a relation, its evidence, and the entities and types that the row alone implies. */
export interface Triple {
  readonly relation: Relation;
  readonly evidence: Evidence;
  readonly entities: readonly EntityEntry[];
  readonly types: readonly TypeEntry[];
}
