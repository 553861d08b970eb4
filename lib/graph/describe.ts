import type { EntityKind } from '@/lib/model/entity';
import type { EvidenceGrade } from '@/lib/model/evidence';
import type { Modality } from '@/lib/model/relation';
import type { RelationClass, RelationType } from '@/lib/model/relation-type';
import { marksText, relationMarks, sourceWords } from '@/lib/reading/relation-sentence';
import { standingOf } from '@/lib/reading/standing';

import type { EntityFact } from './facts';
import type { FoldedRelations } from './fold-relations';

/** The names of classes and kinds on the screen. */
export const classTitles: Readonly<Record<RelationClass, string>> = {
  'verbal-cooperation': 'Verbal cooperation',
  'material-cooperation': 'Material cooperation',
  'verbal-conflict': 'Verbal conflict',
  'material-conflict': 'Material conflict',
  none: 'Other',
};

export const kindTitles: Readonly<Record<EntityKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  country: 'Country',
  place: 'Place',
  event: 'Event',
  work: 'Work',
  thing: 'Thing',
  concept: 'Concept',
};

export const modalityTitles: Readonly<Record<Modality, string>> = {
  actual: 'Actual',
  future: 'Expected',
  hypothetical: 'Hypothetical',
};

/** How evidence is tied to its source, as a filter says it. */
export const gradeTitles: Readonly<Record<EvidenceGrade, string>> = {
  exact: 'Source passage',
  candidate: 'Only passage with both',
  'co-mention': 'Named together',
  row: 'Line of a file',
};

/** Describes an entity: "Antony Blinken, person, 12 relations". */
export function describeEntity({ name, kind, relations }: EntityFact): string {
  return `${name}, ${kindTitles[kind].toLowerCase()}, ${relations} ${relations === 1 ? 'relation' : 'relations'}`;
}

/**
 * Returns the label of a relation type, or its name in plain words where the vocabulary does not
 * have it.
 * @param type - the name of the type
 * @param types - the vocabulary, by name
 */
export function typeLabel(type: string, types: ReadonlyMap<string, Pick<RelationType, 'label'>>): string {
  return types.get(type)?.label ?? type.toLowerCase().replaceAll('_', ' ');
}

/**
 * Describes the lines of a pair that are not drawn, beside those that are: "22 more", "22 more, 1
 * contested".
 * @param folds - the lines that are not drawn
 */
export function describeMore(folds: readonly Pick<FoldedRelations, 'contested'>[]): string {
  const contested = folds.filter((fold) => fold.contested).length;
  return `${folds.length} more${contested > 0 ? `, ${contested} contested` : ''}`;
}

/**
 * Labels a drawn edge: "accused · 6", "verbal conflict · 9, contested", "fought · 2, hypothetical,
 * according to Wang Yi", "met · named together in 3 passages".
 * @param fold - the relations that the edge stands for
 * @param types - the vocabulary, by name
 */
export function describeFold(
  fold: FoldedRelations,
  types: ReadonlyMap<string, Pick<RelationType, 'label'>>,
): string {
  const { type, class: relationClass, evidence, contested, modality, speakers, coMentionsOnly } = fold;
  const what = type === undefined ? classTitles[relationClass].toLowerCase() : typeLabel(type, types);
  // What somebody denies is counted with what names both: then the amount alone does not say it.
  const isTold = coMentionsOnly && !contested;
  const amount = isTold
    ? `named together in ${evidence} ${evidence === 1 ? 'passage' : 'passages'}`
    : evidence;
  const standing = standingOf({
    contested,
    denied: false,
    speakers,
    coMentionsOnly: coMentionsOnly && !isTold,
  });
  const words = [marksText(relationMarks(standing, modality)), sourceWords(speakers)];
  return [`${what} · ${amount}`, ...words].filter(Boolean).join(', ');
}
