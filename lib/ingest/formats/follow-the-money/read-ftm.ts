import { fieldOf, isRecord, toText } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { readLines } from '../../bytes/read-lines';
import type { Meter } from '../../bytes/meter';

/** A record of FollowTheMoney, with the values of each property as texts. */
export interface FtmRecord {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | undefined;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** What beside these the record says, and values that are no texts. */
  readonly others: readonly string[];
}

export interface FtmLine {
  readonly line: number;
  readonly raw: string;
  readonly record: FtmRecord | { readonly problem: string };
}

const SHOWN = 2000;
const KNOWN = new Set(['id', 'schema', 'caption', 'properties']);
const PART_LINES = 500;

/** Reads FollowTheMoney's JSON Lines in flat memory, some hundred records at a time; empty lines are left out. */
export async function* readFtm(path: string, meter?: Meter): AsyncGenerator<readonly FtmLine[]> {
  for await (const lines of readLines(path, { meter })) {
    for (let start = 0; start < lines.length; start += PART_LINES) {
      const full = lines.slice(start, start + PART_LINES).filter(({ text }) => text.trim() !== '');
      yield full.map(({ number, text, isCut, isBroken }) => ({
        line: number,
        raw: text.slice(0, SHOWN),
        record: isCut || isBroken ? { problem: tellProblem(isCut) } : parseFtm(text),
      }));
    }
  }
}

function tellProblem(isCut: boolean): string {
  return isCut
    ? 'the line is longer than 1 MiB; leave out what is so long'
    : 'it is not UTF-8; save the file with the encoding UTF-8';
}

/** In: a line. Out: its record, or why it is none. */
export function parseFtm(text: string): FtmRecord | { readonly problem: string } {
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  const { value } = parsed;
  const properties = isRecord(value) ? fieldOf(value, 'properties') : undefined;
  if (!isRecord(value) || !isRecord(properties))
    return { problem: 'it is no record with id, schema and properties' };
  const [id, schema] = [toText(fieldOf(value, 'id')), toText(fieldOf(value, 'schema'))];
  if (id === undefined) return { problem: 'the record has no id' };
  if (schema === undefined) return { problem: 'the record has no schema' };
  const others = Object.keys(value).filter((key) => !KNOWN.has(key));
  const read = readProperties(properties, others);
  return { id, schema, caption: toText(fieldOf(value, 'caption')), properties: read, others };
}

function readProperties(
  properties: Readonly<Record<string, unknown>>,
  others: string[],
): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const [name, given] of Object.entries(properties)) {
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    const texts = values.flatMap((value) => toText(value) ?? []);
    if (values.some((value) => typeof value === 'object' && value !== null)) others.push(`nested ${name}`);
    if (texts.length > 0) read.set(name, texts);
  }
  return read;
}
