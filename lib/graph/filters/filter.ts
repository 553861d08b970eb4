import type { EntityFact, RelationFact } from '../facts';

export const filterNames = ['class', 'type', 'kind', 'source', 'modality', 'grade'] as const;
export type FilterName = (typeof filterNames)[number];

/** The values that each filter lets through; a filter that is not there lets everything through, an empty one nothing. */
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>;

/**
 * One way to narrow the graph. `relationValue` and `entityValue` say which value of the filter a loaded fact has; a filter with neither
 * can only be applied by the server. Requests know each filter by its name.
 */
export interface Filter {
  readonly name: FilterName;
  readonly title: string;
  /** What several of its values are called. */
  readonly many: string;
  readonly relationValue?: (relation: RelationFact) => string;
  readonly entityValue?: (entity: EntityFact) => string;
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** Whether a filter lets nothing through: each of its values is switched off. A request cannot say so, since an empty list asks for all. */
export function isEmptied(filters: Filters): boolean {
  return Object.values(filters).some((values) => values.length === 0);
}
