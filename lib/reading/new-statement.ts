import type { CitedEvidence, RelationDetail } from '@/lib/model/relation-detail';

/**
 * What an extractor wrote with a piece of evidence. Extractors write one sentence for all passages of a relation: it is read once.
 *
 * @returns undefined where there is none, and where a piece before this one came with the same words.
 */
export function newStatement(
  { evidence: all }: Pick<RelationDetail, 'evidence'>,
  { id, statement }: Pick<CitedEvidence, 'id' | 'statement'>,
): string | undefined {
  const first = all.find((each) => each.statement === statement);
  return first === undefined || first.id === id ? statement : undefined;
}
