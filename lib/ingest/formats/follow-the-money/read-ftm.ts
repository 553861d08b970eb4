import { fieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { toTexts } from '../../json/to-attributes';
import { readLines } from '../../bytes/read-lines';
import type { Meter } from '../../bytes/meter';
import { linkOfSchema, type FtmLink } from './schemata';

/** A record of FollowTheMoney, with the values of each property as texts. */
export interface FtmRecord {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | undefined;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** What beside these the record says, and values that are no texts. */
  readonly others: readonly string[];
  /** The datasets that have a link. */
  readonly datasets?: readonly string[] | undefined;
  /** Whether it stands within another, so that it may come again. */
  readonly isNested?: boolean | undefined;
}

export interface FtmLine {
  readonly line: number;
  readonly raw: string;
  readonly record: FtmRecord | { readonly problem: string };
}

const SHOWN = 2000;
const KNOWN = new Set(['id', 'schema', 'caption', 'properties', 'datasets']);
const PART_LINES = 500;

/** Reads FollowTheMoney's JSON Lines in flat memory, some hundred records at a time; empty lines are left out. */
export async function* readFtm(path: string, meter?: Meter): AsyncGenerator<readonly FtmLine[]> {
  for await (const lines of readLines(path, { meter })) {
    for (let start = 0; start < lines.length; start += PART_LINES) {
      const full = lines.slice(start, start + PART_LINES).filter(({ text }) => text.trim() !== '');
      yield full.flatMap(({ number, text, isCut, isBroken }) => {
        const records = isCut || isBroken ? [{ problem: tellProblem(isCut) }] : parseFtm(text);
        return records.map((record) => ({ line: number, raw: text.slice(0, SHOWN), record }));
      });
    }
  }
}

function tellProblem(isCut: boolean): string {
  return isCut
    ? 'the line is longer than 1 MiB; leave out what is so long'
    : 'it is not UTF-8; save the file as UTF-8';
}

/** Tells whether a text is a record, as far as one line shows. */
export function isFtm(text: string): boolean {
  return parseFtm(text).some((record) => 'id' in record);
}

/**
 * Parses a line.
 * @returns its record and those nested in it, or why it is not one
 */
function parseFtm(text: string): readonly FtmLine['record'][] {
  const parsed = parseJson(text);
  if ('problem' in parsed) return [parsed];
  return isRecord(parsed.value) ? toRecords(parsed.value, undefined) : [{ problem: NO_RECORD }];
}

const NO_RECORD = 'it is no record with id, schema and properties';

/** @param parent the id of the record that it stands in */
function toRecords(value: JsonRecord, parent: string | undefined): readonly FtmLine['record'][] {
  const properties = fieldOf(value, 'properties');
  if (!isRecord(properties)) return [{ problem: NO_RECORD }];
  const [id, schema] = [toText(fieldOf(value, 'id')), toText(fieldOf(value, 'schema'))];
  if (id === undefined) return [{ problem: 'the record has no id' }];
  if (schema === undefined) return [{ problem: 'the record has no schema' }];
  const link = linkOfSchema(schema);
  const others = Object.keys(value).filter((key) => !KNOWN.has(key));
  const read = readProperties(properties);
  const datasets = link === undefined ? undefined : toTexts(fieldOf(value, 'datasets'));
  const record = {
    ...{ id, schema, caption: toText(fieldOf(value, 'caption')), others, datasets },
    properties: parent === undefined ? read : fillEnd(read, parent, link),
    isNested: parent !== undefined,
  };
  const nested = Object.values(properties).flatMap((given) =>
    toList(given)
      .filter(isRecord)
      .flatMap((each) => toRecords(each, id)),
  );
  return [record, ...nested];
}

/** A link that stands within one of the things that it joins need not name it. */
function fillEnd(
  properties: FtmRecord['properties'],
  parent: string,
  link: FtmLink | undefined,
): FtmRecord['properties'] {
  if (link === undefined) return properties;
  const empty = [link.subject, link.object].filter((end) => !properties.has(end));
  const [end, another] = empty;
  return end === undefined || another !== undefined ? properties : new Map(properties).set(end, [parent]);
}

/** Of a thing within a record the id is the value; a link stands there only since it names the record. */
function readProperties(properties: JsonRecord): FtmRecord['properties'] {
  const read = new Map<string, readonly string[]>();
  for (const [name, given] of Object.entries(properties)) {
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    const texts = values.flatMap((value) => toText(isRecord(value) ? idOfThing(value) : value) ?? []);
    if (texts.length > 0) read.set(name, texts);
  }
  return read;
}

function idOfThing(value: JsonRecord): unknown {
  const schema = toText(fieldOf(value, 'schema'));
  return schema === undefined || linkOfSchema(schema) !== undefined ? undefined : fieldOf(value, 'id');
}
