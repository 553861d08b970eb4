import type { RelationBrief } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';
import type { Modality } from '@/lib/model/relation';

import { printWhen } from './print-when';
import type { Standing } from './standing';

/** More speakers than this are counted, not named, where a relation is told as a whole. */
const SPEAKERS_NAMED = 3;

const TOGETHER = 'only named together';

type Party = Pick<RelationBrief['subject'], 'id' | 'name'>;

/** What a sentence is made of: a relation as it comes with an entity, a document or a pair (which knows no inverse). */
export type Told = Pick<RelationBrief, 'label' | 'about' | 'when' | 'place' | 'modality'> & {
  readonly subject: Party;
  readonly object: Party;
  readonly inverse?: string;
};

/** Why a relation must not be read as a plain fact; `words` name who denies it, if somebody does. */
export interface RelationMark {
  readonly state: 'together' | 'expected' | 'hypothetical' | 'contested' | 'denied';
  readonly words: string;
}

/** "[marks]: [lead] verb other, details, source". Without a lead the sentence is told of the entity that is being looked at. */
export interface RelationSentence {
  readonly marks: readonly RelationMark[];
  readonly lead?: Party;
  readonly verb: string;
  readonly other: Party;
  readonly details: readonly string[];
  /** "according to Joe Biden" */
  readonly source?: string;
}

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * Puts a relation into words. Nothing else does: a sentence always says whether the relation is denied, contested, expected,
 * hypothetical or only named together, and who says it.
 *
 * @param of - the party that the sentence is told of, if it is told of one: "met Jake Sullivan" of the subject, "was accused by China" of
 *   the object.
 */
export function relationSentence(relation: Told, standing: Standing, of?: EntityId): RelationSentence {
  const { subject, object, label, inverse = label, modality } = relation;
  const told = {
    marks: relationMarks(standing, modality),
    details: relationDetails(relation),
    ...sourceOf(standing),
  };
  if (of === undefined) return { ...told, lead: subject, verb: label, other: object };
  if (subject.id === object.id) return { ...told, verb: label, other: { ...object, name: 'itself' } };
  return of === subject.id
    ? { ...told, verb: label, other: object }
    : { ...told, verb: inverse, other: subject };
}

/**
 * What keeps a relation from being a plain fact: that nobody says it was read anywhere, then expected or hypothetical, then contested or
 * denied.
 */
export function relationMarks(standing: Standing, modality: Modality): readonly RelationMark[] {
  const marks: RelationMark[] = [];
  if (standing.isTogetherOnly === true)
    marks.push({
      state: 'together',
      words: standing.isHere ? `${TOGETHER} here` : TOGETHER,
    });
  if (modality === 'future') marks.push({ state: 'expected', words: 'expected' });
  if (modality === 'hypothetical') marks.push({ state: 'hypothetical', words: 'hypothetical' });
  if (standing.stance === 'contested') marks.push({ state: 'contested', words: 'contested' });
  if (standing.stance === 'denied') marks.push({ state: 'denied', words: denialWords(standing) });
  return marks;
}

/** The marks that all of some sentences share: what may stand over a group of them. */
export function sharedMarks(sentences: readonly Pick<RelationSentence, 'marks'>[]): readonly RelationMark[] {
  const [first, ...rest] = sentences;
  const marks = first?.marks ?? [];
  return marks
    .filter(({ state }) => rest.every((other) => other.marks.some((mark) => mark.state === state)))
    .map(({ state }) => ({ state, words: state === 'together' ? TOGETHER : state }));
}

/** The sentence in one line: "Denied by China: United States accused China, espionage, February 2023". */
export function sentenceText({ marks, lead, verb, other, details, source }: RelationSentence): string {
  const words = [lead?.name, verb, other.name].filter((word) => word !== undefined).join(' ');
  const told = [words, ...details, ...(source === undefined ? [] : [source])].join(', ');
  const [first = '', ...rest] = marksText(marks);
  return first === '' ? told : `${first.toUpperCase()}${rest.join('')}: ${told}`;
}

/** The marks in one line: "hypothetical, denied by the White House". */
export function marksText(marks: readonly RelationMark[]): string {
  return marks.map(({ words }) => words).join(', ');
}

/** Who says it: "according to Joe Biden and Wang Yi"; nothing where a document says it in its own voice. */
export function sourceWords(speakers: readonly string[]): string | undefined {
  return speakers.length === 0 ? undefined : `according to ${listSpeakers(speakers, SPEAKERS_NAMED)}`;
}

function sourceOf({ stance, speakers, isOwnVoice = false, isHere }: Standing): { readonly source?: string } {
  if (stance === 'denied' || speakers.length === 0) return {};
  const words = `according to ${listSpeakers(speakers, isHere ? speakers.length : SPEAKERS_NAMED)}`;
  return { source: isOwnVoice ? `also ${words}` : words };
}

function denialWords({ isHere, speakers, isOwnVoice = false }: Standing): string {
  const denied = isHere ? 'denied here' : 'denied';
  if (speakers.length === 0) return denied;
  const by = `by ${listSpeakers(speakers, isHere ? speakers.length : SPEAKERS_NAMED)}`;
  return isOwnVoice ? `${denied}, also ${by}` : `${denied} ${by}`;
}

function listSpeakers(speakers: readonly string[], most: number): string {
  const left = speakers.length - most;
  return names.format(left > 0 ? [...speakers.slice(0, most), `${left} more`] : speakers);
}

function relationDetails({ about, when, place }: Told): readonly string[] {
  return [about, when && printWhen(when), place].filter((part) => part !== null);
}
