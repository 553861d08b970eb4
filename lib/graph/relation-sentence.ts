import type { RelationBrief } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';

import { printWhen } from './print-when';

type Party = Pick<RelationBrief['subject'], 'id' | 'name'>;

/** What a sentence is made of: a relation as it comes with an entity, a document, or a pair (which knows no inverse). */
export type Told = Pick<RelationBrief, 'label' | 'about' | 'when' | 'place' | 'modality'> & {
  readonly subject: Party;
  readonly object: Party;
  readonly inverse?: string;
};

/** "[lead] verb other, details": without a lead the sentence is told of the entity that one looks at. */
export interface RelationSentence {
  readonly lead?: Party;
  readonly verb: string;
  readonly other: Party;
  readonly details: readonly string[];
}

const modalities = { actual: undefined, future: 'expected', hypothetical: 'hypothetical' } as const;

/**
 * In: a relation and, when it is told of one of its parties, that party. Out: the sentence's parts, in the right direction: "met Jake
 * Sullivan" of the subject, "was accused by China" of the object.
 */
export function relationSentence(relation: Told, of?: EntityId): RelationSentence {
  const { subject, object, label, inverse = label } = relation;
  const details = relationDetails(relation);
  if (of === undefined) return { lead: subject, verb: label, other: object, details };
  return of === subject.id
    ? { verb: label, other: object, details }
    : { verb: inverse, other: subject, details };
}

/** Out: of what, when, where, and whether it is only expected or imagined, as far as it is known. */
export function relationDetails({
  about,
  when,
  place,
  modality,
}: Omit<Told, 'subject' | 'object'>): readonly string[] {
  return [about, when && printWhen(when), place, modalities[modality]].filter(
    (part) => part !== null && part !== undefined,
  );
}

/** Out: the sentence in one line: "United States accused China, espionage, February 2023". */
export function sentenceText({ lead, verb, other, details }: RelationSentence): string {
  const words = [lead?.name, verb, other.name].filter((word) => word !== undefined).join(' ');
  return [words, ...details].join(', ');
}
