import { allowedEdits } from '../../search/search-terms';
import type { Word } from '../../search/split-words';
import { wantedWords } from '../../search/stop-words';

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

/** Whether a text has to have all the words or only one of them. */
export type Joining = 'AND' | 'OR';

/**
 * Builds a Lucene query for the texts that have the words of a search.
 *
 * Stop words are left out unless there are no others. A word scores highest when it appears as
 * typed, lower as a prefix, lowest with a typo. The query consists of letters, digits and marks
 * only, in lower case, so that nothing typed is ever parsed as Lucene's syntax.
 * @param text - what a person typed
 * @param joining - whether all words are required or one suffices
 * @returns undefined when nothing typed is a word
 */
export function toLuceneQuery(text: string, joining: Joining = 'AND'): string | undefined {
  const points = Array.from(text);
  const compounds = joinWords(toWords(text), points);
  return joinClauses(
    compounds.map((compound) => toClause(compound, points)),
    joining,
  );
}

/**
 * The same for an index whose analyzer stems words: it stems those that are asked for by itself. No typos, since a stem that differs
 * from another by a letter says nothing about the words.
 */
export function toStemQuery(text: string, joining: Joining = 'AND'): string | undefined {
  const points = Array.from(text);
  const clauses = toWords(text).map((word) => {
    const typed = typedForm(word, points);
    if (word.isUnspaced) return `"${typed}"`;
    return `(${[...new Set([word.text, typed])].map((one) => `${one}^2 OR ${one}*`).join(' OR ')})`;
  });
  return joinClauses(clauses, joining);
}

function joinClauses(clauses: readonly string[], joining: Joining): string | undefined {
  return clauses.length > 0 ? clauses.join(` ${joining} `) : undefined;
}

function toWords(text: string): readonly Word[] {
  return wantedWords(text)
    .slice(0, WORDS_MAX)
    .map((word) => ({ ...word, text: word.text.replace(SIGNS, '') }))
    .filter((word) => word.text !== '');
}

function typedForm(word: Word, points: readonly string[]): string {
  return points.slice(word.start, word.end).join('').normalize('NFC').toLowerCase();
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
  const typed = typedForm(word, points);
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
