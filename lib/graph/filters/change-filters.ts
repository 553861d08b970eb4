import type { FilterName, Filters } from './filter';

interface Choice {
  readonly name: FilterName;
  readonly value: string;
}

/** Out: the filters with one value let through or not; `all` are the values there are. What lets everything through is no filter. */
export function toggleValue(filters: Filters, { name, value }: Choice, all: readonly string[]): Filters {
  const before = filters[name] ?? all;
  const chosen = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return all.every((one) => chosen.includes(one))
    ? clearFilter(filters, name)
    : { ...filters, [name]: chosen };
}

/** Out: the filters with `value` as one of the only ones let through; taking the last one away lifts the filter. */
export function toggleOnly(filters: Filters, { name, value }: Choice): Filters {
  const before = filters[name] ?? [];
  const chosen = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return chosen.length === 0 ? clearFilter(filters, name) : { ...filters, [name]: chosen };
}

/** Out: the filters without the one named. */
export function clearFilter(filters: Filters, name: FilterName): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
}
