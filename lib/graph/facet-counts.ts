import type { FactsGraph } from './facts';
import { allFilters } from './filters/all-filters';
import { clearFilter } from './filters/change-filters';
import type { Filter, FilterName } from './filters/filter';
import { findVisible, type Visibility } from './visible-facts';

/** How many relations, or entities, each value of a filter would let through. */
export type FacetCounts = ReadonlyMap<string, number>;

/**
 * In: what is loaded and what narrows it. Out: for each filter that can be judged here, the counts of its values among what passes all
 * the *other* filters, so that a value that is switched off still says what switching it on would bring. What the server left out stays out.
 */
export function countFacets(graph: FactsGraph, visibility: Visibility): ReadonlyMap<FilterName, FacetCounts> {
  return new Map(
    allFilters
      .filter(({ relationValue, entityValue }) => relationValue ?? entityValue)
      .map((filter) => [filter.name, countFacet(graph, filter, visibility)]),
  );
}

function countFacet(graph: FactsGraph, filter: Filter, visibility: Visibility): FacetCounts {
  const chosen = visibility.filters[filter.name];
  const others = { filters: clearFilter(visibility.filters, filter.name), kept: new Set<never>() };
  const counts = countValues(graph, filter, { ...others, answered: visibility.answered });
  if (chosen === undefined || filter.parameter === undefined) return counts;
  // The server's answer was narrowed by this very filter too: of what is switched off only what is loaded can be counted.
  const loaded = countValues(graph, filter, others);
  return new Map(
    [...loaded].map(([value, count]) => [value, chosen.includes(value) ? (counts.get(value) ?? 0) : count]),
  );
}

function countValues(graph: FactsGraph, filter: Filter, visibility: Visibility): FacetCounts {
  const { entities, relations } = findVisible(graph, visibility);
  const counts = new Map<string, number>();
  const add = (value: string | undefined) => {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  for (const id of filter.relationValue ? relations : [])
    add(filter.relationValue?.(graph.getEdgeAttributes(id)));
  for (const id of filter.entityValue ? entities : []) add(filter.entityValue?.(graph.getNodeAttributes(id)));
  return counts;
}
