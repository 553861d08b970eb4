/** The objects of a bundle as they stand in the file: of each, its newest version. */
import type { Meter } from '../../bytes/meter';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { findJson, toBrokenPiece, type JsonRecordFound } from '../../json/read-json';
import { toTexts } from '../../json/to-attributes';
import type { Piece } from '../../source';

/** Where objects stand: in a bundle or an answer of TAXII, or as a bare list. */
export const STIX_PLACES = [['objects', '*'], ['*']];

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly value: JsonRecord;
  readonly file: string;
  readonly line: number;
  readonly raw: string;
}

export interface StixObjects {
  /** By id, in the order of the file. */
  readonly objects: ReadonlyMap<string, StixObject>;
  readonly rejects: readonly Piece[];
  readonly notices: readonly string[];
  /** Versions of objects that newer ones replace. */
  readonly older: number;
}

const ID = /^([a-z0-9-]+)--[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const NO_OBJECT = 'it is no object of STIX: it has no type, or no id that begins with its type';

/** Tells whether a value is an object of STIX: its id is its type and a UUID. */
export function isStixObject(value: unknown): value is JsonRecord {
  if (!isRecord(value)) return false;
  return ID.exec(textOf(value, 'id') ?? '')?.[1] === textOf(value, 'type');
}

/**
 * Reads all objects of a file; they are held in memory.
 *
 * @throws the file system's errors
 */
export async function readStixObjects(file: string, meter: Meter): Promise<StixObjects> {
  const objects = new Map<string, StixObject>();
  const rejects: Piece[] = [];
  let older = 0;

  function take(record: JsonRecordFound): void {
    const value = record.problem === undefined ? record.value : undefined;
    if (!isStixObject(value)) {
      rejects.push(toBrokenPiece(file, record, record.problem ?? NO_OBJECT));
      return;
    }
    const [type = '', id = ''] = ['type', 'id'].map((name) => textOf(value, name));
    const known = objects.get(id);
    if (known) older += 1;
    if (known && versionOf(known.value) > versionOf(value)) return;
    objects.set(id, { type, id, value, file, line: record.line, raw: toShown(record.raw) });
  }

  const json = await findJson(file, STIX_PLACES);
  for await (const found of json.records(meter)) found.forEach(take);
  return { objects, rejects, notices: json.notices, older };
}

function versionOf(value: JsonRecord): string {
  return textOf(value, 'modified') ?? textOf(value, 'created') ?? '';
}

/** Returns a member of an object as text. */
export function textOf(value: JsonRecord, name: string): string | undefined {
  return toText(fieldOf(value, name));
}

/** Returns a member of an object as texts, whether it is a list or not. */
export function textsOf(value: JsonRecord, name: string): readonly string[] {
  return toTexts(fieldOf(value, name));
}

/** Returns the day of a moment. */
export function dayOf(moment: string | undefined): string | undefined {
  return moment?.replace(/T.*$/u, '');
}
