import { areNumbers } from './are-numbers';
import { hasHeaderWord } from './header-words';
import { toUses, type ColumnMap } from './map-columns';

const DATE = /^(?:1\d|20)\d{2}(?:-\d{2}(?:-\d{2})?)?(?:T[\d:.Z+-]+)?$|^(?:19|20)\d{6}$/u;
const PLAIN_WORD = /^[\p{L}_][\p{L}\p{N}_ .-]*$/u;
/** As `itemLabel` and `person_id`: two of these make a header. */
const NAME_OF_COLUMN = /(?:\p{Ll}(?:Label|Name|Type|Id|ID)|_(?:label|name|type|id))$/u;
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/u;
/** What is measured, and names nobody. */
const DECIMAL = /^[-+]?\d+\.\d+(?:e[-+]?\d+)?$/iu;
/** As programs write relations: `works_at`, `WORKS_AT`, `worksAt`, `/people/person/employer`, `ex:worksAt`. */
const RELATION_NAME =
  /^(?:\p{Ll}+(?:_\p{Ll}+)+|\p{Lu}+(?:_\p{Lu}+)+|\p{Ll}+(?:\p{Lu}\p{Ll}+)+|(?:\/[\p{L}_]+){2,}|\w+:\p{L}\w*)$/u;
const PARTS = 3;
/** In columns, rows and characters: what is no more than a guess beyond them. */
const WIDEST_SURE = 4;
const FEWEST_SURE = 4;
const LONGEST_SURE = 120;
/** Of the cells of both ends, so many stand on the other side too. */
const SHARE_OF_GRAPH = 0.8;

/** What the first rows of a table without a header show. */
export interface HeaderlessGuess extends ColumnMap {
  /** Whether the rows leave no doubt; otherwise a person has to be asked. */
  readonly isSure: boolean;
}

/**
 * Tells from the first rows of a table without a header which column holds what. Columns of dates are start and end, and those of decimal
 * numbers are not read. Of the first three others the relation is the middle one, unless the values of the middle one come again in an
 * outer one: then the remaining one is, since only subjects and objects share names.
 *
 * @returns undefined when it has fewer than three columns, or when its first row looks like names of columns after all
 */
export function guessTripleColumns(rows: readonly (readonly string[])[]): HeaderlessGuess | undefined {
  if (hasHeaderWord(rows[0] ?? []) || hasHeader(rows) || !looksRegular(rows)) return undefined;
  const width = rows[0]?.length ?? 0;
  // The odd row is refused when it is read, and does not speak for the others.
  const even = rows.filter((row) => row.length === width);
  const columns = Array.from({ length: width }, (_, at) => even.map((row) => row[at]?.trim() ?? ''));
  const places = findPlaces(columns);
  if (places === undefined) return undefined;
  const { subject, relation, object } = places;
  const fields = columns.map((_, at) => Object.entries(places).find(([, place]) => place === at)?.[0]);
  const names = fields.map((_, at) => `column ${at + 1}`);
  const unread = names.filter((_, at) => fields[at] === undefined);
  const held = [subject, relation, object].map((at) => columns[at] ?? []);
  return {
    fields,
    uses: toUses(fields, names),
    isSure: width <= WIDEST_SURE && looksLikeTriples(held),
    notices: [
      'The file has no header, so its columns were inferred from their contents. If that is wrong, say which is which: --no-header --map subject=1,relation=2,object=3.',
      ...(unread.length > 0 ? [`Not read: ${unread.slice(0, 10).join(', ')}.`] : []),
    ],
  };
}

interface Places {
  readonly subject: number;
  readonly relation: number;
  readonly object: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function findPlaces(columns: readonly (readonly string[])[]): Places | undefined {
  const placesOf = (test: RegExp): readonly number[] =>
    [...columns.keys()].filter((at) => columns[at]?.every((cell) => test.test(cell)));
  const [dates, measures] = [placesOf(DATE), placesOf(DECIMAL)];
  const parts = [...columns.keys()].filter((at) => !dates.includes(at) && !measures.includes(at));
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const relation = findRelation([first, second, third], columns);
  // A number of times is no relation.
  if (areNumbers(columns[relation] ?? [])) return undefined;
  const [subject = first, object = third] = [first, second, third].filter((at) => at !== relation);
  return { subject, relation, object, start: dates[0], end: dates[1] };
}

/**
 * Whether three columns cannot well be anything but triples: all short; the relation comes again, that of the first row too, which would
 * otherwise be its name; and it is written as programs write relations, or names stand on both sides of it, as they do in a graph and
 * hardly in a list of people with their towns. Where nearly all names stand on both sides, those of the first row among them, relations
 * need not come again in the rows that are looked at. Numbers name nobody.
 */
function looksLikeTriples(held: readonly (readonly string[])[]): boolean {
  const [subject = [], relation = [], object = []] = held;
  if (subject.length < FEWEST_SURE || !held.every(areNames)) return false;
  if (areOfOneGraph(subject, object)) return true;
  if (!comesAgain(relation)) return false;
  const kinds = new Set(relation);
  if ([...kinds].every((kind) => RELATION_NAME.test(kind))) return true;
  return shared(subject, object) > 0 && kinds.size < new Set([...subject, ...object]).size;
}

function areOfOneGraph(subject: readonly string[], object: readonly string[]): boolean {
  const [firstSubject = '', ...subjects] = subject;
  const [firstObject = '', ...objects] = object;
  const others = new Set([...subjects, ...objects]);
  const isFirstAmongThem = others.has(firstSubject) && others.has(firstObject);
  return isFirstAmongThem && shared(subject, object) >= SHARE_OF_GRAPH * 2 * subject.length;
}

/** Whether the values of a column are few, and that of its first row is one of them below it too. */
function comesAgain([first = '', ...rest]: readonly string[]): boolean {
  return rest.includes(first) && new Set([first, ...rest]).size * 2 <= rest.length + 1;
}

function areNames(cells: readonly string[]): boolean {
  return !areNumbers(cells) && cells.every((cell) => cell !== '' && cell.length <= LONGEST_SURE);
}

/** A first row with an empty cell is that of a matrix, and rows of many lengths are lists of neighbours. */
function looksRegular([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  const alike = rest.filter(({ length }) => length === first.length).length;
  return first.slice(0, PARTS).every((cell) => cell.trim() !== '') && alike * 2 >= rest.length;
}

function hasHeader([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  if (rest.length === 0 || !first.every((cell) => PLAIN_WORD.test(cell.trim()))) return false;
  if (first.filter((cell) => NAME_OF_COLUMN.test(cell.trim())).length > 1 || haveNumbers(first)) return true;
  return first.some((_, at) => {
    const cells = rest.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
  });
}

/** Whether two are called alike and numbered: team1 and team2. */
function haveNumbers(names: readonly string[]): boolean {
  return names.some((name) => /\p{L}[ _]?1$/u.test(name) && names.includes(`${name.slice(0, -1)}2`));
}

function findRelation(
  [first, second, third]: readonly [number, number, number],
  columns: readonly (readonly string[])[],
): number {
  const outer = shared(columns[first], columns[third]);
  const left = shared(columns[first], columns[second]);
  const right = shared(columns[second], columns[third]);
  if (right > outer && right >= left) return first;
  return left > outer ? third : second;
}

/** How many cells of two columns have a value that stands in both. */
function shared(a: readonly string[] = [], b: readonly string[] = []): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  return a.filter((cell) => inB.has(cell)).length + b.filter((cell) => inA.has(cell)).length;
}
