import { gradeOf } from '@/lib/model/evidence';
import { relationSentence, sentenceText } from '@/lib/reading/relation-sentence';
import { standingOfPiece } from '@/lib/reading/standing';

import type { TripleItem } from './collect-batch';

const LONGEST_PART = 120;

/** A row as a sentence: "Wang Yi met Jake Sullivan, May 2023, Vienna". */
export function printTriple({ triple: { relation, evidence }, wording }: TripleItem): string {
  const { about, when, place, modality, subject, object } = relation;
  const told = {
    subject: { id: subject, name: shorten(wording.subject) },
    label: shorten(wording.label),
    object: { id: object, name: shorten(wording.object) },
    about: about === undefined ? null : `about ${shorten(about)}`,
    when: when ?? null,
    place: place === undefined ? null : shorten(place),
    modality,
  };
  const { stance, attributedTo } = evidence;
  const piece = {
    stance,
    attributedTo: attributedTo === undefined ? undefined : shorten(attributedTo),
    grade: gradeOf(evidence),
  };
  return sentenceText(relationSentence(told, standingOfPiece({ contested: false }, piece)));
}

function shorten(text: string): string {
  return text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text;
}
