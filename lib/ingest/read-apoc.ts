import type { GraphRecord } from './graph-pieces';
import { fieldOf, isRecord, toText, type JsonRecord } from './json-value';
import { parseJson } from './parse-json';
import type { Attributes } from './read-attributes';
import { readLines } from './read-lines';
import type { Meter } from './meter';
import type { Line } from './split-lines';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type ApocRecord = DistributiveOmit<GraphRecord, 'file' | 'line' | 'raw'>;

const SHOWN = 2000;
const PART_LINES = 500;

/** Reads the export in flat memory: the nodes, or the relationships and what cannot be read. */
export async function* readApoc(
  file: string,
  reading: 'nodes' | 'edges',
  meter?: Meter,
): AsyncGenerator<readonly GraphRecord[]> {
  for await (const lines of readLines(file, { meter })) {
    for (let start = 0; start < lines.length; start += PART_LINES) {
      yield lines.slice(start, start + PART_LINES).flatMap((line) => {
        if (line.text.trim() === '') return [];
        const record = parseLine(line);
        if ((record.kind === 'node') !== (reading === 'nodes')) return [];
        return [{ ...record, file, line: line.number, raw: line.text.slice(0, SHOWN) }];
      });
    }
  }
}

function parseLine({ text, isCut, isBroken }: Line): ApocRecord {
  if (isCut) return { kind: 'refused', reason: 'the line is longer than 1 MiB; leave out what is so long' };
  if (isBroken) return { kind: 'refused', reason: 'it is not UTF-8; save the file with the encoding UTF-8' };
  return parseApoc(text);
}

/** In: a line. Out: its node or relationship, or why it is none. */
export function parseApoc(text: string): ApocRecord {
  const parsed = parseJson(text);
  if ('problem' in parsed) return { kind: 'refused', reason: parsed.problem };
  const { value } = parsed;
  const type = isRecord(value) ? fieldOf(value, 'type') : undefined;
  if (isRecord(value) && type === 'node') return toNode(value);
  if (isRecord(value) && type === 'relationship') return toEdge(value);
  return { kind: 'refused', reason: 'it is neither a node nor a relationship; its type has to say which' };
}

function toNode(value: JsonRecord): ApocRecord {
  const kinds = textsOf(fieldOf(value, 'labels'));
  const id = toText(fieldOf(value, 'id')) ?? '';
  return { kind: 'node', id, kinds, attributes: toAttributes(fieldOf(value, 'properties')) };
}

function toEdge(value: JsonRecord): ApocRecord {
  return {
    kind: 'edge',
    source: idOf(fieldOf(value, 'start')),
    target: idOf(fieldOf(value, 'end')),
    type: toText(fieldOf(value, 'label')),
    isDirected: true,
    attributes: toAttributes(fieldOf(value, 'properties')),
  };
}

function idOf(end: unknown): string {
  return isRecord(end) ? (toText(fieldOf(end, 'id')) ?? '') : '';
}

/** Values that are no texts, as places are, stay without one, so that they are told as not read. */
function toAttributes(properties: unknown): Attributes {
  if (!isRecord(properties)) return new Map();
  return new Map(Object.entries(properties).map(([name, value]) => [name, textsOf(value)]));
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => toText(each) ?? []);
}
