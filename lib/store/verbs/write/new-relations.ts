import type { Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';

import type { CountedEvidence } from '../rows/count-evidence';
import { countEvidence } from '../rows/count-evidence';
import type { NewRelation } from './upsert-relations';

/** Whether evidence cites no more than a line of a file. */
export function isBare({ passage, document }: Evidence): boolean {
  return passage === undefined && document === undefined;
}

/**
 * Picks the piece of evidence that is created together with each new relation.
 * @param fresh - the evidence that is not in the store
 * @param known - the ids of the relations that are
 * @returns the evidence by relation; undefined where all of a relation's evidence cites passages or
 *   documents
 */
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

/**
 * Lists the relations that are not in the store, with their counts.
 * @param relations - the relations of the batch, by id
 * @param counted - what is counted of their evidence, by relation
 * @param first - the evidence that is created with each new relation
 */
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
