import type { RelationBrief } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';

import { relationSentence, sharedMarks, type RelationMark } from '@/lib/reading/relation-sentence';
import { standingOf } from '@/lib/reading/standing';

/** Relations that read alike when told of one entity: "met", "was accused by". `marks` are those that all of them have. */
export interface SentenceGroup {
  readonly verb: string;
  readonly class: RelationBrief['class'];
  readonly marks: readonly RelationMark[];
  readonly relations: readonly RelationBrief[];
}

/**
 * Groups an entity's relations by verb, the verb with the most relations first; within a group by
 * date, undated ones last.
 * @param relations - the relations
 * @param of - the entity
 */
export function groupSentences(relations: readonly RelationBrief[], of: EntityId): readonly SentenceGroup[] {
  const groups = new Map<string, SentenceGroup>();
  for (const relation of relations) {
    const { verb } = relationSentence(relation, standingOf(relation), of);
    const before = groups.get(`${relation.class} ${verb}`)?.relations ?? [];
    groups.set(`${relation.class} ${verb}`, {
      verb,
      class: relation.class,
      marks: [],
      relations: [...before, relation],
    });
  }
  return [...groups.values()]
    .map((group) => ({
      ...group,
      marks: sharedMarks(group.relations.map((relation) => relationSentence(relation, standingOf(relation)))),
      relations: group.relations.toSorted(byDate),
    }))
    .sort((a, b) => b.relations.length - a.relations.length);
}

function byDate(a: RelationBrief, b: RelationBrief): number {
  const [from, to] = [a.when?.start ?? '9999', b.when?.start ?? '9999'];
  return from < to ? -1 : Number(from > to);
}
