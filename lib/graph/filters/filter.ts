import type { EntityFact, RelationFact } from '../facts';

export const filterNames = ['class', 'type', 'kind', 'source', 'modality'] as const;
export type FilterName = (typeof filterNames)[number];

/** The values that each filter lets through; a filter that is not there lets everything through, an empty one nothing. */
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>;

/**
 * One way to narrow the graph. `relationValue` and `entityValue` say which value of the filter a loaded fact has; a filter with neither
 * can only be applied by the server. `parameter` is its name in a request for a slice; without one it is applied here alone.
 */
export interface Filter {
  readonly name: FilterName;
  readonly title: string;
  /** What several of its values are called. */
  readonly many: string;
  readonly parameter?: 'class' | 'type' | 'source' | 'modality';
  readonly relationValue?: (relation: RelationFact) => string;
  readonly entityValue?: (entity: EntityFact) => string;
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}
