import { allowedEdits } from '../../search/search-terms';
import { splitWords, type Word } from '../../search/split-words';

/** What the index leaves out: these words alone must not make a text fail. Lucene's own list. */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

const WORDS_MAX = 16;

/** Folding turns some letters and numbers into several signs: ⑴ into (1). */
const SIGNS = /[^\p{L}\p{N}\p{M}]/gu;

/** Between two words these do not part them for the index: O'Brien, U.S., snake_case. */
const JOINERS: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['’', "'"],
  ['.', '.'],
  ['_', '_'],
]);

/**
 * In: what a person typed. Out: a Lucene query for a text that has all the words, or undefined when there is no word. A word counts
 * most when it stands there as typed, less as a beginning, least with a typo. It is built from letters, digits and marks only, in lower
 * case, so that nothing typed is ever read as Lucene's syntax.
 */
export function toLuceneQuery(text: string): string | undefined {
  const points = Array.from(text);
  const words = splitWords(text)
    .slice(0, WORDS_MAX)
    .map((word) => ({ ...word, text: word.text.replace(SIGNS, '') }))
    .filter((word) => word.text !== '');
  const wanted = words.filter(({ text: word }) => !STOP_WORDS.has(word));
  const parts = joinWords(wanted.length > 0 ? wanted : words, points).map((compound) =>
    toClause(compound, points),
  );
  return parts.length > 0 ? parts.join(' AND ') : undefined;
}

/** Words with the joiners between them. */
interface Compound {
  readonly words: readonly Word[];
  readonly joined: string;
}

function joinWords(words: readonly Word[], points: readonly string[]): readonly Compound[] {
  const compounds: Compound[] = [];
  for (const word of words) {
    const last = compounds.at(-1);
    const joiner = last && joinerBetween(last.words.at(-1), word, points);
    if (last === undefined || joiner === undefined) compounds.push({ words: [word], joined: word.text });
    else {
      compounds[compounds.length - 1] = {
        words: [...last.words, word],
        joined: `${last.joined}${joiner}${word.text}`,
      };
    }
  }
  return compounds;
}

function joinerBetween(before: Word | undefined, after: Word, points: readonly string[]): string | undefined {
  if (before === undefined || before.isUnspaced || after.isUnspaced || before.end + 1 !== after.start)
    return undefined;
  return JOINERS.get(points[before.end] ?? '');
}

function toClause({ words, joined }: Compound, points: readonly string[]): string {
  const single = words.map((word) => toWordClause(word, points)).join(' AND ');
  return words.length === 1 ? single : `("${joined}"^8 OR ${joined}*^3 OR (${single}))`;
}

function toWordClause(word: Word, points: readonly string[]): string {
  const typed = points.slice(word.start, word.end).join('').normalize('NFC').toLowerCase();
  const clauses = word.isUnspaced ? unspacedClauses(typed) : spacedClauses(word.text, typed);
  return `(${clauses.join(' OR ')})`;
}

/** The index folds Latin letters only, so in other scripts the word as typed is asked for as well. */
function spacedClauses(folded: string, typed: string): readonly string[] {
  const edits = allowedEdits(folded);
  return [
    ...[...new Set([folded, typed])].flatMap((word) => [`${word}^8`, `${word}*^3`]),
    ...(edits > 0 ? [`${folded}~${edits}`] : []),
  ];
}

/** The whole run as a phrase; else parts of it, since nothing says where a word ends. */
function unspacedClauses(typed: string): readonly string[] {
  const letters = Array.from(typed);
  const pairs = letters.slice(1).map((letter, index) => `"${letters[index] ?? ''}${letter}"^0.5`);
  return [`"${typed}"^8`, `${typed}*^3`, ...(pairs.length > 1 ? pairs : [])];
}
