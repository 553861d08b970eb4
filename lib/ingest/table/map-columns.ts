import type { Mapping, SavedMapping } from '@/lib/model/mapping';

import { areNumbers } from './are-numbers';
import { findOpposites, type Opposites } from './find-opposites';
import type { Dialect } from './read-records';
import type { ColumnUse } from '../source';

/** The two fields that a row joins, and which other names for the one go with which for the other, as `toPlainName` writes them. */
interface ColumnEnds {
  readonly subject: string;
  readonly object: string;
  readonly partners: ReadonlySet<string>;
}

/** Which fields a kind of table has. */
export interface TableShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The fields that other names mean, as `toPlainName` writes them; of several for one field the first goes. */
  readonly synonyms?: ReadonlyMap<string, string> | undefined;
  /** The two ends of what a row joins, where columns called like opposites may hold them too. */
  readonly ends?: ColumnEnds | undefined;
  /** What a required field is in each row of a table that has a header and no column for it. */
  readonly defaults?: ReadonlyMap<string, string> | undefined;
  /** Whether words that programs write for nothing, such as NULL, leave a cell empty. */
  readonly hasBlanks?: boolean | undefined;
  /** Says which field is in which column of a table without a header, from its first rows; undefined when that cannot be. */
  readonly guess?:
    | ((rows: readonly (readonly string[])[]) => (ColumnMap & { readonly isSure: boolean }) | undefined)
    | undefined;
  /** What a person says about the columns; goes before all that names and rows show. */
  readonly mapping?: Mapping | undefined;
  /** What persons have said about tables like this one. */
  readonly savedMappings?: readonly SavedMapping[] | undefined;
  /** Whether a person is to hear of all columns that are not read, however many. */
  readonly isVerbose?: boolean | undefined;
  /** How the table is written, where that is known beforehand. */
  readonly dialect?: Dialect | undefined;
}

/** Which field each column holds. */
export interface ColumnMap {
  /** By the column's place; undefined where a column is not read. */
  readonly fields: readonly (string | undefined)[];
  readonly uses: readonly ColumnUse[];
  /** Sentences about columns that are not read. */
  readonly notices: readonly string[];
}

export interface MappedHeader extends ColumnMap {
  /** How many columns have a name that means something. */
  readonly known: number;
  readonly missing: readonly string[];
  /** Names of columns that mean nothing. */
  readonly unread: readonly string[];
  readonly twice: string | undefined;
}

/** In columns: in a wider table nobody looks for two that are the ends by their names alone. Each is compared with each, and a line may name half a million. */
const WIDEST_WITH_ENDS = 200;
const DIRECTIONS = /^(?:un)?directed$|^mutual$/iu;

/** A name without what people write differently: capitals, spaces, underscores, dots and hyphens. */
export function toPlainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Maps the columns of a table to fields. A field's own name takes precedence over its other names,
 * and the first of these over the rest; of a field that names something, a column of names takes
 * precedence over one of numbers. Where nothing says which column is which end, two columns whose
 * names are opposites are.
 * @param names - the names of the columns
 * @param given - the shape of the table
 * @param rows - the first rows
 */
export function mapColumns(
  names: readonly string[],
  given: TableShape,
  rows: readonly (readonly string[])[] = [],
): MappedHeader {
  const shape = names.length > WIDEST_WITH_ENDS ? { ...given, ends: undefined } : given;
  const known = [...shape.required, ...shape.optional];
  const own = names.map((name) => known.find((field) => field === name.trim().toLowerCase()));
  const direction = findDirection(names, rows, own);
  const other = names.map((name, at) =>
    own[at] === undefined && at !== direction ? shape.synonyms?.get(toPlainName(name)) : undefined,
  );
  const wanted = names.map((_, at) => own[at] ?? other[at]);
  const opposites = shape.ends && fitOpposites(wanted, shape.ends, findOpposites(names, rows));
  if (opposites) {
    wanted[opposites.subject] = shape.ends.subject;
    wanted[opposites.object] = shape.ends.object;
  }
  const chosen = chooseColumns(names, wanted, { shape, rows });
  const fields = wanted.map((field, at) => (chosen.get(field) === at ? field : undefined));
  const passedOver = wanted.flatMap((field, at) =>
    field !== undefined && fields[at] === undefined ? [{ field, column: names[at] ?? '' }] : [],
  );
  const uses = toUses(fields, names);
  return {
    fields,
    uses,
    notices: [
      ...noteOpposites(names, opposites),
      ...notePassedOver(passedOver, uses),
      ...noteDirection(names, direction),
    ],
    known: fields.filter((field) => field !== undefined).length,
    missing: shape.required.filter((field) => !fields.includes(field)),
    unread: names.filter((_, at) => at !== direction && wanted[at] === undefined),
    twice: own.find((field, at) => field !== undefined && own.indexOf(field) !== at),
  };
}

interface Choice {
  readonly shape: TableShape;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Chooses the column of each field: the field's own name takes precedence over others and, for a
 * field that names something, a column of names over one of numbers. The two ends go by names that
 * belong together: beside `head` and `tail`, a `source` is something else.
 * @param names - the names of the columns
 * @param wanted - the field that each may hold
 */
function chooseColumns(
  names: readonly string[],
  wanted: readonly (string | undefined)[],
  { shape, rows }: Choice,
): ReadonlyMap<string | undefined, number> {
  const ranks = new Map([...(shape.synonyms?.keys() ?? [])].map((name, rank) => [name, rank]));
  const rankOf = (at: number): number =>
    names[at]?.trim().toLowerCase() === wanted[at]
      ? -1
      : (ranks.get(toPlainName(names[at] ?? '')) ?? ranks.size);
  const placesOf = (field: string): readonly number[] =>
    [...wanted.keys()].filter((at) => wanted[at] === field).sort((a, b) => rankOf(a) - rankOf(b));
  const isNamed = (at: number): boolean => !areNumbers(rows.map((row) => row[at] ?? ''));

  function chooseOne(field: string): number | undefined {
    const places = placesOf(field);
    const named = places.length > 1 && shape.required.includes(field) ? places.find(isNamed) : undefined;
    return named ?? places[0];
  }

  function choosePair({ subject, object, partners }: ColumnEnds): readonly [number, number] | undefined {
    const pairs = placesOf(subject).flatMap((from) =>
      placesOf(object)
        .filter((to) => partners.has(`${toPlainName(names[from] ?? '')} ${toPlainName(names[to] ?? '')}`))
        .map((to) => [from, to] as const),
    );
    return pairs.find((pair) => pair.every(isNamed)) ?? pairs[0];
  }

  const fields = new Set(wanted.filter((field) => field !== undefined));
  const chosen = new Map<string | undefined, number>();
  for (const field of fields) {
    const place = chooseOne(field);
    if (place !== undefined) chosen.set(field, place);
  }
  const { ends } = shape;
  const pair = ends && choosePair(ends);
  if (pair) chosen.set(ends.subject, pair[0]).set(ends.object, pair[1]);
  return chosen;
}

export function toUses(
  fields: readonly (string | undefined)[],
  names: readonly string[],
): readonly ColumnUse[] {
  return fields.flatMap((field, at) => (field === undefined ? [] : [{ field, column: names[at] ?? '' }]));
}

/** Gephi's table of edges has a column `Type` that says Directed or Undirected, which is no relation. */
function findDirection(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  own: readonly (string | undefined)[],
): number | undefined {
  const at = names.findIndex((name, index) => own[index] === undefined && toPlainName(name) === 'type');
  const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return at !== -1 && cells.length > 0 && cells.every((cell) => DIRECTIONS.test(cell)) ? at : undefined;
}

function noteDirection(names: readonly string[], at: number | undefined): readonly string[] {
  if (at === undefined) return [];
  return [
    `The column ${names[at] ?? ''} says whether an edge is directed and was not read: every relation here goes from its subject to its object.`,
  ];
}

function notePassedOver(passedOver: readonly ColumnUse[], uses: readonly ColumnUse[]): readonly string[] {
  return passedOver.map(({ field, column }) => {
    const used = uses.find((use) => use.field === field)?.column ?? '';
    return `The column '${column}' was not read: '${used}' is already the ${field}. Rename the columns if it is the other way round.`;
  });
}

/** Opposites count where not both ends have their columns, and the one that has agrees. */
function fitOpposites(
  wanted: readonly (string | undefined)[],
  { subject, object }: ColumnEnds,
  opposites: Opposites | undefined,
): Opposites | undefined {
  const [hasSubject, hasObject] = [wanted.includes(subject), wanted.includes(object)];
  if (opposites === undefined || (hasSubject && hasObject)) return undefined;
  const agrees =
    (!hasSubject || wanted[opposites.subject] === subject) &&
    (!hasObject || wanted[opposites.object] === object);
  return agrees ? opposites : undefined;
}

function noteOpposites(names: readonly string[], opposites: Opposites | undefined): readonly string[] {
  if (opposites === undefined) return [];
  const [subject, object] = [names[opposites.subject] ?? '', names[opposites.object] ?? ''];
  return [
    `The column '${subject}' is read as the subject and '${object}' as the object. If that is wrong, name the right ones subject and object.`,
  ];
}
