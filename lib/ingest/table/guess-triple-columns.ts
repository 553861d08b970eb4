import { toUses, type ColumnMap } from './map-columns';

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T[\d:.Z+-]+)?$|^(?:19|20)\d{6}$/u;
const PLAIN_WORD = /^[\p{L}_][\p{L}\p{N}_ .-]*$/u;
/** As `itemLabel` and `person_id`: two of these make a header. */
const NAME_OF_COLUMN = /(?:\p{Ll}(?:Label|Name|Type|Id|ID)|_(?:label|name|type|id))$/u;
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/u;
/** What is measured, and names nobody. */
const DECIMAL = /^[-+]?\d+\.\d+(?:e[-+]?\d+)?$/iu;
const PARTS = 3;

/**
 * In: the first rows of a table without a header. Out: which column holds what, or undefined when it has fewer than three, or when its
 * first row looks like names of columns after all: plain words, one of them over nothing but numbers, or two as columns are called. Columns of
 * dates are start and end, and those of decimal numbers are not read. Of the first three others the relation is the middle one, unless the values of the middle one come again
 * in an outer one: then the remaining one is, since only subjects and objects share names.
 */
export function guessTripleColumns(rows: readonly (readonly string[])[]): ColumnMap | undefined {
  if (hasHeader(rows) || !looksRegular(rows)) return undefined;
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at]?.trim() ?? ''));
  const dates = [...columns.keys()].filter((at) => columns[at]?.every((cell) => DATE.test(cell)));
  const measures = [...columns.keys()].filter((at) => columns[at]?.every((cell) => DECIMAL.test(cell)));
  const parts = [...columns.keys()]
    .filter((at) => !dates.includes(at) && !measures.includes(at))
    .slice(0, PARTS);
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const relation = findRelation([first, second, third], columns);
  const [subject, object] = parts.filter((at) => at !== relation);
  const fields = Array.from({ length: width }, (_, at) => {
    const roles = { subject, relation, object, start: dates[0], end: dates[1] };
    return Object.entries(roles).find(([, place]) => place === at)?.[0];
  });
  const names = fields.map((_, at) => `column ${at + 1}`);
  const unread = names.filter((_, at) => fields[at] === undefined);
  return {
    fields,
    uses: toUses(fields, names),
    notices: [
      'The file has no header, so its columns were told by what stands in them. If that is wrong, put a first line with their names.',
      ...(unread.length > 0 ? [`Not read: ${unread.slice(0, 10).join(', ')}.`] : []),
    ],
  };
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
