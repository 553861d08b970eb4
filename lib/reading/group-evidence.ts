import type { EntityId } from '@/lib/model/ids';
import type { CitedEvidence, RelationDetail } from '@/lib/model/relation-detail';
import { relationSentence, sharedMarks, type RelationMark } from '@/lib/reading/relation-sentence';
import { standingByEvidence } from '@/lib/reading/standing';

/** A piece of evidence with its place in the reading order, counted from 1. */
export interface NumberedEvidence {
  readonly number: number;
  readonly evidence: CitedEvidence;
}

export interface RelationEvidence {
  readonly relation: RelationDetail;
  readonly supports: readonly NumberedEvidence[];
  readonly denies: readonly NumberedEvidence[];
}

/** The relations of one type; `evidence` counts what they cite, `marks` are those that all of them have. */
export interface EvidenceGroup {
  readonly type: RelationDetail['type'];
  readonly label: string;
  readonly class: RelationDetail['class'];
  readonly marks: readonly RelationMark[];
  readonly evidence: number;
  readonly relations: readonly RelationEvidence[];
}

export interface EvidenceCounts {
  readonly evidence: number;
  readonly passages: number;
  readonly sources: number;
  /** Passages, or documents, that merely name both; what is evidence of anything by itself is not among them. */
  readonly together: number;
  readonly contested: number;
}

/**
 * Groups the relations of a pair by type, the type with the most evidence first; within a type by
 * date (undated ones last), each with its supporting evidence before its denials, numbered in that
 * reading order.
 */
export function groupEvidence(relations: readonly RelationDetail[]): readonly EvidenceGroup[] {
  const types = [...new Set(relations.map(({ type }) => type))];
  let number = 0;
  const take = (evidence: CitedEvidence) => ({ number: (number += 1), evidence });
  const byType = types.map((type) => relations.filter((relation) => relation.type === type));
  return byType.sort(byEvidence).flatMap((ofType) => {
    const [first] = ofType;
    if (!first) return [];
    return {
      type: first.type,
      label: first.label,
      class: first.class,
      marks: sharedMarks(ofType.map((relation) => relationSentence(relation, standingByEvidence(relation)))),
      evidence: countOf(ofType),
      relations: [...ofType].sort(byDate).map((relation) => ({
        relation,
        supports: relation.evidence.filter(({ stance }) => stance === 'supports').map(take),
        denies: relation.evidence.filter(({ stance }) => stance === 'denies').map(take),
      })),
    };
  });
}

/** Returns those of a pair's relations that have one of its entities as their subject. */
export function relationsFrom(
  relations: readonly RelationDetail[],
  subject: EntityId,
): readonly RelationDetail[] {
  return relations.filter((relation) => relation.subject.id === subject);
}

/**
 * Counts the pieces of evidence, different passages, different sources (documents, or files of bare
 * triples) and contested relations. A co-mention is a piece of evidence, and is counted apart from
 * passages and sources.
 */
export function countEvidence(relations: readonly RelationDetail[]): EvidenceCounts {
  const evidence = relations.flatMap((relation) => relation.evidence);
  const telling = evidence.filter(({ grade }) => grade !== 'co-mention');
  const told = new Set(telling.map(placeOf));
  return {
    evidence: evidence.length,
    passages: countDistinct(telling.map(({ passage }) => passage?.id)),
    sources: countDistinct(telling.map(({ document, file }) => document?.id ?? file)),
    together: countDistinct(
      evidence
        .filter(({ grade }) => grade === 'co-mention')
        .map(placeOf)
        .filter((place) => !told.has(place)),
    ),
    contested: relations.filter(({ contested }) => contested).length,
  };
}

function placeOf({ passage, document, file }: CitedEvidence): string | undefined {
  return passage?.id ?? document?.id ?? file;
}

function byEvidence(a: readonly RelationDetail[], b: readonly RelationDetail[]): number {
  return countOf(b) - countOf(a) || (a[0]?.label ?? '').localeCompare(b[0]?.label ?? '');
}

function countOf(relations: readonly RelationDetail[]): number {
  return relations.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

/** EDTF dates sort as text; a coarser date comes before the finer ones within it. */
function byDate(a: RelationDetail, b: RelationDetail): number {
  const [from, to] = [a.when?.start ?? '9999', b.when?.start ?? '9999'];
  return from < to ? -1 : Number(from > to);
}

function countDistinct(values: readonly (string | undefined)[]): number {
  return new Set(values.filter((value) => value !== undefined)).size;
}
