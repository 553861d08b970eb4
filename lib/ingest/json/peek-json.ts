import { encodingOf, UTF_8 } from '../bytes/detect-encoding';
import { fieldOf, isRecord, type JsonRecord } from './json-value';
import { parseJson } from './parse-json';
import type { JsonLayout } from './read-json';
import { JsonSplitter, type JsonShape } from './split-json';
import type { FileSample } from '../bytes/take-sample';

/** What the beginning of a file shows of its JSON. */
export interface JsonPeek {
  readonly layout: JsonLayout;
  /** The first records of a list or of lines that stand there whole; at most some. */
  readonly values: readonly unknown[];
  /** The members of an object as far as they stand there: single values, and of lists the first records. */
  readonly members: ReadonlyMap<string, readonly unknown[]>;
}

const ENOUGH = 20;
const held = new WeakMap<FileSample, JsonPeek | null>();

/**
 * Parses the beginning of a JSON file, as far as it goes.
 * @returns undefined when it is not JSON
 */
export function peekJson(sample: FileSample): JsonPeek | undefined {
  const known = held.get(sample);
  if (known !== undefined) return known ?? undefined;
  const peek = sample.isFolder ? undefined : lookInto(decode(sample.bytes));
  held.set(sample, peek ?? null);
  return peek;
}

/** Lists the first records that are objects. */
export function recordsOf(peek: JsonPeek | undefined): readonly JsonRecord[] {
  return (peek?.values ?? []).filter(isRecord);
}

/** Tells how a file that is not an object of lists holds its records. */
export function toListLayout(peek: JsonPeek | undefined): JsonLayout {
  return peek === undefined || peek.layout === 'members' ? 'list' : peek.layout;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder((encodingOf(bytes) ?? UTF_8).label).decode(bytes);
}

function lookInto(text: string): JsonPeek | undefined {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('{'))
    return lookIntoLines(trimmed) ?? lookIntoValues(trimmed) ?? lookIntoMembers(trimmed);
  if (!trimmed.startsWith('[')) return undefined;
  return lookIntoLines(trimmed) ?? lookIntoList(trimmed);
}

/** Lines, when the first is a value of its own and is not the whole document by itself. */
function lookIntoLines(text: string): JsonPeek | undefined {
  const lines = text.split('\n', ENOUGH + 1).map((line) => line.trim());
  const values = lines.filter((line) => line !== '').flatMap(toValue);
  const [first] = lines;
  const isFirstWhole = first !== undefined && toValue(first).length === 1;
  const more = lines.slice(1).find((line) => line !== '');
  if (!isFirstWhole || (more === undefined && !looksAlone(values[0]))) return undefined;
  if (more !== undefined && !/^[[{]/u.test(more)) return undefined;
  return { layout: 'lines', values, members: new Map() };
}

/** Of a file with one line: a record with no lists of records in it is a row, and anything else a document. */
function looksAlone(value: unknown): boolean {
  if (!isRecord(value) || isGraph(value)) return false;
  return !Object.values(value).some((member) => Array.isArray(member) && member.some(isRecord));
}

/** Nodes and edges may be lists of plain words and of lists. */
function isGraph(value: JsonRecord): boolean {
  const lists = ['edges', 'links'].map((name) => fieldOf(value, name)).filter(Array.isArray);
  return Array.isArray(fieldOf(value, 'nodes')) && lists.some((list) => list.some(Array.isArray));
}

function lookIntoList(text: string): JsonPeek {
  const values = splitSome(text, 'list').flatMap((item) => toValue(item.text));
  return { layout: 'list', values, members: new Map() };
}

/** Objects that stand one behind the other, however they are divided into lines. */
function lookIntoValues(text: string): JsonPeek | undefined {
  const items = splitSome(text, 'values');
  const values = items.flatMap((item) => toValue(item.text));
  return items.length > 1 && values.length > 1 ? { layout: 'values', values, members: new Map() } : undefined;
}

function lookIntoMembers(text: string): JsonPeek {
  const members = new Map<string, unknown[]>();
  for (const { key, text: item } of splitSome(text, 'members')) {
    const values = members.get(key ?? '') ?? [];
    members.set(key ?? '', values);
    if (values.length < ENOUGH) values.push(...toValue(item));
  }
  return { layout: 'members', values: [], members };
}

function splitSome(text: string, shape: JsonShape) {
  const items = new JsonSplitter(shape).add(Buffer.from(text).toString('latin1'));
  return shape === 'members' ? items : items.slice(0, ENOUGH);
}

function toValue(text: string): readonly unknown[] {
  const parsed = parseJson(text);
  return 'value' in parsed ? [parsed.value] : [];
}
