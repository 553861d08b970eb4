/** Which members of a JSON object are which fields of a triple. */
import { refuseCell } from '../../rows/check-cell';
import { checkText } from '../../rows/check-text';
import { EVIDENCE } from './evidence';
import { fieldOf, firstFieldOf, isRecord, toText, type JsonRecord } from '../../json/json-value';
import { mapColumns } from '../../table/map-columns';
import type { Tally } from '../../rows/tally';
import type { ColumnUse } from '../../source';
import { tripleColumns } from '../../table/triple-columns';

/** The member that holds each field. */
export type JsonFields = ReadonlyMap<string, string>;

/** A text that stands for the evidence is not looked for among documents, as it is in tables. */
const OF_EVIDENCE: ReadonlySet<string> = new Set(
  ['quote', 'document', 'paragraph'].concat(['url', 'reference', 'title', 'publisher', 'published']),
);
const ENDS: ReadonlySet<string> = new Set(['subject', 'object']);
/** What lists of ends are called, where nothing is called as one end is. */
const ENDS_LISTED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['subject', new Set(['subjects', 'heads'])],
  ['object', new Set(['objects', 'tails', 'targets'])],
]);
const SHAPES_HELD = 1000;

/**
 * Maps the members of an object to the fields of a triple.
 * @param names - the names of the members
 */
export function mapMembers(names: readonly string[]): readonly ColumnUse[] {
  const uses = mapColumns(names, tripleColumns).uses.filter(({ field }) => !OF_EVIDENCE.has(field));
  const lists = [...ENDS_LISTED].flatMap(([field, plurals]) => {
    const column = names.find((name) => plurals.has(name.toLowerCase()));
    return column === undefined || uses.some((use) => use.field === field) ? [] : [{ field, column }];
  });
  return [...uses, ...lists];
}

/** Tells whether an object or a list can be a triple. */
export function isTriple(value: unknown): boolean {
  if (Array.isArray(value)) return value.length >= 3 && value.length <= 4 && value.every(isNaming);
  return isRecord(value) && haveEnds(mapHeld(value));
}

/** Lists the members of a triple that hold its subject and its object. */
export function endsOf(value: JsonRecord): readonly string[] {
  const fields = mapHeld(value);
  return [...ENDS].flatMap((end) => fields.get(end) ?? []);
}

const mapHeld = createFieldMapper();

function haveEnds(fields: JsonFields): boolean {
  return tripleColumns.required.every((field) => fields.has(field));
}

function isNaming(value: unknown): boolean {
  return toText(value) !== undefined || isRecord(value);
}

/**
 * Converts an object, or a list of subject, relation, object and optionally a date, to an object.
 * @throws `invalid` for anything else
 */
export function toTripleRecord(value: unknown): JsonRecord {
  if (isRecord(value)) return value;
  if (!Array.isArray(value) || value.length < 3 || value.length > 4)
    return refuseCell(
      '',
      'it is not a triple; write an object, or a list of subject, relation, object and optionally a date',
    );
  const cells: readonly unknown[] = value;
  const [subject, relation, object, start] = cells;
  return { subject, relation, object, start };
}

/** Returns a triple for each entity that one of its ends lists. */
export function spreadEnds(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [value];
  const lists = endsOf(value).flatMap((name) => {
    const list = fieldOf(value, name);
    return Array.isArray(list) && list.length > 0 && list.every(isNaming) ? [{ name, list }] : [];
  });
  return lists.reduce<readonly JsonRecord[]>(
    (some, { name, list }) => some.flatMap((each) => list.map((end: unknown) => ({ ...each, [name]: end }))),
    [value],
  );
}

/** Creates a function that maps objects; those with the same members are mapped once. */
export function createFieldMapper(): (value: JsonRecord) => JsonFields {
  const shapes = new Map<string, JsonFields>();
  return (value) => {
    const names = Object.keys(value);
    const shape = names.join('\u0000');
    const known = shapes.get(shape);
    if (known) return known;
    const fields = new Map(mapMembers(names).map(({ field, column }) => [field, column]));
    if (shapes.size < SHAPES_HELD) shapes.set(shape, fields);
    return fields;
  };
}

/** Fields whose words change what is said: a record whose word there cannot be read is refused. */
const DECIDING: ReadonlySet<string> = new Set(['relation', 'modality', 'stance']);

/**
 * @param unread - where members are counted that are left out, since they are neither text nor number
 * @returns the fields that are words or numbers, or objects with a name.
 * @throws `invalid` with the field as path where what is neither would change what is said.
 */
export function toCells(value: JsonRecord, fields: JsonFields, unread: Tally): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [field, name] of fields) {
    const given = fieldOf(value, name);
    const text = toCell(given);
    if (text !== undefined) cells.set(field, checkText(field, text));
    else if (!ENDS.has(field) && !isEmpty(given)) leaveOut(field, name, unread);
  }
  return cells;
}

function leaveOut(field: string, name: string, unread: Tally): void {
  if (DECIDING.has(field)) refuseCell(field, `the ${field} is not text; write words or a number`);
  unread.add(`${name} that is not text`);
}

/** Returns the cells of a rejected record, as far as it can be read. */
export function toShownCells(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  const uses = mapMembers(Object.keys(value));
  return new Map(uses.map(({ field, column }) => [field, toCell(fieldOf(value, column)) ?? '']));
}

function toCell(value: unknown): string | undefined {
  return toText(isRecord(value) ? firstFieldOf(value, ['name', 'label', 'title', 'id']) : value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Lists each piece of evidence of a record; a single undefined when it has none. */
export function listEvidence(value: JsonRecord, fields: JsonFields): readonly unknown[] {
  const read = new Set(fields.values());
  const given = firstFieldOf(
    value,
    EVIDENCE.filter((name) => !read.has(name)),
  );
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.length === 0 ? [undefined] : list;
}
