import type { TypeEntry } from '@/lib/model/batch';
import type { RelationType } from '@/lib/model/relation-type';

/** The relation types that have come: the last declared one counts, else the first implied one. */
export interface TypeList {
  /** Adds a type of a load. */
  add(entry: TypeEntry, load: string): void;
  readonly types: ReadonlyMap<string, RelationType>;
  /** The loads that declare a type, in their order. */
  loadsOf(type: string): readonly string[];
}

export function createTypeList(): TypeList {
  const types = new Map<string, RelationType>();
  const loads = new Map<string, Set<string>>();
  return {
    add: ({ type, declared }, load) => {
      if (declared || !types.has(type.type)) types.set(type.type, type);
      if (declared) loads.set(type.type, (loads.get(type.type) ?? new Set()).add(load));
    },
    types,
    loadsOf: (type) => [...(loads.get(type) ?? [])],
  };
}
