import type { RelationTally } from '@/lib/model/entity-detail';

/** How many relations of an entity read alike: "met", "was accused by". */
export interface SentenceTally extends Pick<RelationTally, 'class' | 'relations' | 'denied'> {
  readonly verb: string;
}

/**
 * Counts an entity's relations by verb and class, most first.
 * @param tallies - the counts by type and direction
 */
export function tallySentences(tallies: readonly RelationTally[]): readonly SentenceTally[] {
  const sums = new Map<string, SentenceTally>();
  for (const { label, inverse, class: relationClass, direction, relations, denied } of tallies) {
    const verb = direction === 'from' ? label : inverse;
    const key = `${relationClass} ${verb}`;
    const before = sums.get(key);
    sums.set(key, {
      verb,
      class: relationClass,
      relations: relations + (before?.relations ?? 0),
      denied: denied + (before?.denied ?? 0),
    });
  }
  return [...sums.values()].sort((a, b) => b.relations - a.relations || (a.verb < b.verb ? -1 : 1));
}
