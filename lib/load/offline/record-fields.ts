/** The fields of a record as they come back from disk. */
export type RecordFields = readonly unknown[];

/**
 * Reads the text at an index.
 * @throws when there is none: the record was not written by us
 */
export function textAt(fields: RecordFields, place: number): string {
  const value = fields[place];
  if (typeof value !== 'string') throw new TypeError(`A spooled record has no text at ${place}.`);
  return value;
}

/** Reads the text at an index; undefined where null was written. */
export function optionalTextAt(fields: RecordFields, place: number): string | undefined {
  return fields[place] === null ? undefined : textAt(fields, place);
}

/**
 * Reads the number at an index.
 * @throws when there is none
 */
export function numberAt(fields: RecordFields, place: number): number {
  const value = fields[place];
  if (typeof value !== 'number') throw new TypeError(`A spooled record has no number at ${place}.`);
  return value;
}

/** Reads the number at an index; undefined where null was written. */
export function optionalNumberAt(fields: RecordFields, place: number): number | undefined {
  return fields[place] === null ? undefined : numberAt(fields, place);
}

/**
 * Reads the texts of the list at an index.
 * @throws when there is no list
 */
export function textsAt(fields: RecordFields, place: number): readonly string[] {
  const value = fields[place];
  if (!Array.isArray(value)) throw new TypeError(`A spooled record has no list at ${place}.`);
  return value.map(String);
}
