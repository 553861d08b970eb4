import { foldName } from '@/lib/model/fold-name';
import type { CitedEvidence, RelationDetail } from '@/lib/model/relation-detail';

/**
 * Whether a passage writes the name of one of the relation's ends: where it is marked, or as letters alone, so that nothing is said to be
 * missing that a reader would find.
 *
 * @param text - the passage
 * @returns false only where neither end is found in any of its names.
 */
export function isNamed(
  text: string,
  { subject, object }: Pick<RelationDetail, 'subject' | 'object'>,
  { mentions }: Pick<CitedEvidence, 'mentions'>,
): boolean {
  if (mentions.length > 0) return true;
  const folded = foldName(text);
  return [subject, object]
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .map(foldName)
    .some((name) => name !== '' && folded.includes(name));
}
