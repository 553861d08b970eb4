import type { RelationSaid } from '@/lib/graph/read-paragraphs';
import { relationSentence, sentenceText } from '@/lib/graph/relation-sentence';

/** In: a relation that a document is evidence of. Out: the sentence that says it, or denies it. */
export function tellSaid({ relation, stance, attributedTo }: RelationSaid): string {
  const sentence = sentenceText({ ...relationSentence(relation), details: [] });
  const { about } = relation;
  const whole = about === null ? sentence : `${sentence}, ${about}`;
  if (stance === 'supports') return whole;
  return `${whole} (denied${attributedTo === undefined ? '' : ` by ${attributedTo}`})`;
}
