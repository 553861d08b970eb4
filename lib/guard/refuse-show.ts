import { explainWord } from './refuse-clauses';
import { refuse, type Statement } from './statement';
import type { Refusal } from './token';

/** What SHOW may list: it tells of the schema or of the engine, never of users, settings or running work. */
const SUBJECTS = new Set([
  ...['INDEX', 'INDEXES', 'CONSTRAINT', 'CONSTRAINTS'],
  ...['PROCEDURE', 'PROCEDURES', 'FUNCTION', 'FUNCTIONS'],
]);

/** What may stand between SHOW and what it lists. */
const KINDS = new Set([
  ...['ALL', 'RANGE', 'FULLTEXT', 'TEXT', 'POINT', 'VECTOR', 'LOOKUP', 'BUILT', 'IN', 'USER', 'DEFINED'],
  ...['UNIQUE', 'UNIQUENESS', 'NODE', 'RELATIONSHIP', 'REL', 'KEY', 'PROPERTY', 'EXISTENCE', 'EXIST', 'TYPE'],
]);

/** Refuses every SHOW but those of `SUBJECTS`. */
export function refuseShow({ pieces, first, showEnd }: Statement): Refusal | undefined {
  const show = pieces[first];
  if (showEnd === 0 || !show) return undefined;
  const words = pieces.slice(first + 1, showEnd).map(({ keyword = '' }) => keyword);
  const subject = words.findIndex((word) => SUBJECTS.has(word));
  const [next] = words.slice(subject + 1);
  const isHarmless =
    subject >= 0 &&
    words.slice(0, subject).every((word) => KINDS.has(word)) &&
    (next === undefined || next === 'EXECUTABLE');
  return isHarmless ? undefined : refuse(show, explainWord(show));
}
