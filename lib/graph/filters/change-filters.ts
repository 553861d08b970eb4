import type { FilterName, Filters } from './filter';

interface Choice {
  readonly name: FilterName;
  readonly value: string;
}

/**
 * Toggles one value of a filter; a filter that lets everything through is removed.
 * @param filters - the filters
 * @param all - all values there are
 */
export function toggleValue(filters: Filters, { name, value }: Choice, all: readonly string[]): Filters {
  const before = filters[name] ?? all;
  const chosen = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return all.every((one) => chosen.includes(one))
    ? clearFilter(filters, name)
    : { ...filters, [name]: chosen };
}

/**
 * Toggles one of the only values that a filter lets through; removing the last one removes the
 * filter.
 */
export function toggleOnly(filters: Filters, { name, value }: Choice): Filters {
  const before = filters[name] ?? [];
  const chosen = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return chosen.length === 0 ? clearFilter(filters, name) : { ...filters, [name]: chosen };
}

/** Removes a filter. */
export function clearFilter(filters: Filters, name: FilterName): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
}
