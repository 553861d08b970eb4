import type { EntityKind } from '@/lib/model/entity';
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

/** Out: "Antony Blinken, person, 12 relations". */
export function describeEntity({ name, kind, relations }: EntityFact): string {
  return `${name}, ${kindTitles[kind].toLowerCase()}, ${relations} ${relations === 1 ? 'relation' : 'relations'}`;
}

/** Out: how a relation type reads: its label, or its name in plain words where the vocabulary does not know it. */
export function typeLabel(type: string, types: ReadonlyMap<string, Pick<RelationType, 'label'>>): string {
  return types.get(type)?.label ?? type.toLowerCase().replaceAll('_', ' ');
}

/** In: what is not drawn of a pair. Out: "22 more", "22 more, 1 contested": what stands beside the lines that are. */
export function describeMore(folds: readonly Pick<FoldedRelations, 'contested'>[]): string {
  const contested = folds.filter((fold) => fold.contested).length;
  return `${folds.length} more${contested > 0 ? `, ${contested} contested` : ''}`;
}

/** Out: "accused · 6", "verbal conflict · 9, contested", "fought · 2, hypothetical, according to Wang Yi": what stands beside a drawn edge. */
export function describeFold(
  { type, class: relationClass, evidence, contested, modality, speakers }: FoldedRelations,
  types: ReadonlyMap<string, Pick<RelationType, 'label'>>,
): string {
  const what = type === undefined ? classTitles[relationClass].toLowerCase() : typeLabel(type, types);
  const standing = standingOf({ contested, denied: false, speakers });
  const words = [marksText(relationMarks(standing, modality)), sourceWords(speakers)];
  return [`${what} · ${evidence}`, ...words].filter(Boolean).join(', ');
}
