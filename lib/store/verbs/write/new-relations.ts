import type { Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';

import type { CountedEvidence } from '../rows/count-evidence';
import { countEvidence } from '../rows/count-evidence';
import type { NewRelation } from './upsert-relations';

/** Whether evidence cites no more than a line of a file. */
export function isBare({ passage, document }: Evidence): boolean {
  return passage === undefined && document === undefined;
}

/** Out: of each relation that is not in the store, the evidence that is created with it; undefined where all of it cites passages or documents. */
export function firstOfNew(
  fresh: readonly Evidence[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, Evidence | undefined> {
  const first = new Map<string, Evidence | undefined>();
  for (const each of fresh) {
    if (known.has(each.relation) || first.get(each.relation) !== undefined) continue;
    first.set(each.relation, isBare(each) ? each : undefined);
  }
  return first;
}

/** Out: the relations that are not in the store, with their counts and the evidence that is created with each. */
export function toNewRelations(
  relations: ReadonlyMap<string, Relation>,
  counted: ReadonlyMap<string, readonly CountedEvidence[]>,
  first: ReadonlyMap<string, Evidence | undefined>,
): readonly NewRelation[] {
  return [...first].flatMap(([id, evidence]) => {
    const relation = relations.get(id);
    return relation === undefined
      ? []
      : [{ relation, counts: countEvidence(counted.get(id) ?? []), evidence }];
  });
}
