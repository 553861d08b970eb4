import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, isRecord, toText, type JsonRecord } from '../../json/json-value';
import { toAttributes, toTexts } from '../../json/to-attributes';
import { openJson, type JsonLayout } from '../../json/read-json';
import type { Meter } from '../../bytes/meter';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type ApocRecord = DistributiveOmit<GraphRecord, 'file' | 'line' | 'raw'>;

const SHOWN = 2000;
const PART_RECORDS = 500;

export interface ApocFile {
  readonly file: string;
  readonly layout: JsonLayout;
}

/**
 * Reads the export in flat memory: the nodes, also those that only a relationship describes, or the relationships and what cannot be
 * read.
 */
export async function* readApoc(
  { file, layout }: ApocFile,
  reading: 'nodes' | 'edges',
  meter?: Meter,
): AsyncGenerator<readonly GraphRecord[]> {
  const json = await openJson(file, layout);
  for await (const read of json.records(meter)) {
    for (let start = 0; start < read.length; start += PART_RECORDS) {
      yield read.slice(start, start + PART_RECORDS).flatMap(({ line, raw, ...given }) => {
        const records = given.problem === undefined ? toRecords(given.value) : [toRefused(given.problem)];
        return records
          .filter(({ kind }) => (kind === 'node') === (reading === 'nodes'))
          .map((record) => ({ ...record, file, line, raw: raw.slice(0, SHOWN) }));
      });
    }
  }
}

function toRefused(reason: string): ApocRecord {
  return { kind: 'refused', reason };
}

/**
 * Converts a value of the export to its node, or to its relationship after the ends that it
 * describes; or tells why it is neither.
 */
function toRecords(value: unknown): readonly ApocRecord[] {
  const type = isRecord(value) ? fieldOf(value, 'type') : undefined;
  if (isRecord(value) && type === 'node') return [toNode(value)];
  if (isRecord(value) && type === 'relationship') {
    return [...toEnd(fieldOf(value, 'start')), ...toEnd(fieldOf(value, 'end')), toEdge(value)];
  }
  return [toRefused('it is neither a node nor a relationship; its type has to say which')];
}

/** Whether a value is a record of an export. */
export function isApocRecord(value: unknown): boolean {
  return isRecord(value) && toRecords(value).every(({ kind }) => kind !== 'refused');
}

function toEnd(value: unknown): readonly ApocRecord[] {
  const properties = isRecord(value) ? fieldOf(value, 'properties') : undefined;
  if (!isRecord(value) || !isRecord(properties) || Object.keys(properties).length === 0) return [];
  return [{ ...toNode(value), isImplied: true }];
}

function toNode(value: JsonRecord): Extract<ApocRecord, { kind: 'node' }> {
  const kinds = toTexts(fieldOf(value, 'labels'));
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
