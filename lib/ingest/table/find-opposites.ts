import { areNumbers } from './are-numbers';

/** Two columns whose names say that they hold the two ends of something: hero1 and hero2, personA and personB, citing_id and cited_id. */
export interface Opposites {
  readonly subject: number;
  readonly object: number;
}

/** Words that stand for the two ends, the subject's first. Single letters need another word beside them: x and y alone are places. */
const WORDS: readonly (readonly [string, string])[] = [
  ['1', '2'],
  ['a', 'b'],
  ['x', 'y'],
  ['u', 'v'],
  ['i', 'j'],
  ['citing', 'cited'],
  ['sender', 'receiver'],
  ['sender', 'recipient'],
  ['origin', 'destination'],
  ['origine', 'destination'],
  ['origen', 'destino'],
  ['follower', 'followee'],
  ['parent', 'child'],
  ['cause', 'effect'],
  ['ego', 'alter'],
  ['source', 'cible'],
  ['quelle', 'ziel'],
  ['start', 'end'],
];
const NAMING = new Set(['name', 'label', 'title']);
const NUMBERING = new Set(['id', 'index', 'key', 'code', 'no', 'number']);
/** What is told about an end, and is not the end. */
const TELLING = new Set(
  ['type', 'kind', 'class', 'category', 'group', 'date', 'time', 'year', 'day', 'month', 'timestamp'].concat([
    'weight',
    'score',
    'lat',
    'lon',
    'lng',
    'source',
    'description',
  ]),
);
const DATE = /^\d{4}(?:\d{4})?$|^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?:[T ].*)?$/u;

/**
 * Finds the two columns that hold the ends, where names and rows leave no doubt; columns of names
 * come before columns of numbers.
 * @param names - the names of the columns
 * @param rows - the first rows
 */
export function findOpposites(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): Opposites | undefined {
  const words = names.map(toWords);
  const all = words.flatMap((left, subject) =>
    words.flatMap((right, object) => {
      const rank = subject === object ? undefined : toRank(left, right);
      return rank === undefined ? [] : [{ subject, object, rank }];
    }),
  );
  const full = all.filter((pair) => isFull(pair, rows) && !isOfDates(pair, words, rows));
  const named = full.filter((pair) => !isOfNumbers(pair, rows));
  const fitting = named.length > 0 ? named : full;
  const best = Math.min(...fitting.map(({ rank }) => rank));
  const [only, another] = fitting.filter(({ rank }) => rank === best);
  return another === undefined ? only : undefined;
}

/** `personA`, `person_a` and `Person A` are person and a; `hero1` is hero and 1. */
function toWords(name: string): readonly string[] {
  const parted = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ');
  return parted
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Ranks how well two names fit the two ends; undefined when they do not. */
function toRank(left: readonly string[], right: readonly string[]): number | undefined {
  const differing = [...left.keys()].filter((at) => left[at] !== right[at]);
  const [at, another] = differing;
  if (left.length !== right.length || at === undefined || another !== undefined) return undefined;
  const rest = left.filter((_, place) => place !== at);
  return areWords(left[at], right[at], rest) ? rankOf(rest) : undefined;
}

function areWords(left: string | undefined, right: string | undefined, rest: readonly string[]): boolean {
  const isPair = WORDS.some(([first, second]) => first === left && second === right);
  return isPair && !rest.some((word) => TELLING.has(word)) && (rest.length > 0 || left?.length !== 1);
}

function rankOf(rest: readonly string[]): number {
  if (rest.some((word) => NAMING.has(word))) return 0;
  return rest.some((word) => NUMBERING.has(word)) ? 2 : 1;
}

function cellsOf(at: number, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
}

function isFull({ subject, object }: Opposites, rows: readonly (readonly string[])[]): boolean {
  return rows.length === 0 || [subject, object].every((at) => cellsOf(at, rows).length > 0);
}

function isOfNumbers({ subject, object }: Opposites, rows: readonly (readonly string[])[]): boolean {
  return [subject, object].some((at) => areNumbers(cellsOf(at, rows)));
}

/** Start and end are mostly dates; only cells that are none make them ends of something else. */
function isOfDates(
  { subject, object }: Opposites,
  words: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): boolean {
  // Ids of eight digits look like days, which their names deny.
  const isOfIds = words[subject]?.some((word) => NUMBERING.has(word) || word === 'node') === true;
  if (isOfIds || words[subject]?.includes('start') !== true) return false;
  const cells = [subject, object].flatMap((at) => cellsOf(at, rows));
  return cells.length === 0 || cells.some((cell) => DATE.test(cell));
}
