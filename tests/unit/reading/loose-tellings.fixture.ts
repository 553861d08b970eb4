/** Ways to tell a relation that leave out how it stands, for the test that finds them. */
import { typeLabel } from '@/lib/graph/describe';
import type { RelationBrief } from '@/lib/model/entity-detail';
import type { RelationDetail } from '@/lib/model/relation-detail';
import type { RelationSentence } from '@/lib/reading/relation-sentence';

export function byLabel(relation: RelationDetail): string {
  return `${relation.subject.name} ${relation.label} ${relation.object.name}`;
}

export function byName(relation: RelationDetail): string {
  const { label: words, subject } = relation;
  return `${subject.name} ${words}`;
}

export function byKey(relation: RelationBrief): string {
  // eslint-disable-next-line @typescript-eslint/dot-notation -- it must be found in this form too
  return relation['inverse'];
}

export function byVerb({ lead, verb, other }: RelationSentence): string {
  return `${lead?.name ?? ''} ${verb} ${other.name}`;
}

export function byType(relation: RelationBrief): string {
  return typeLabel(relation.type, new Map());
}
