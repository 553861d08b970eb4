import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { describeDocument } from '../../extracted/describe-document';
import {
  fieldOf,
  firstFieldOf,
  isRecord,
  toList,
  toShown,
  toText,
  type JsonRecord,
} from '../../json/json-value';
import { toAttributes } from '../../json/to-attributes';
import type { Attributes } from '../../names/read-attributes';
import type { Tally } from '../../rows/tally';

/** What a graph document says, with the text that it was read in. */
export interface DocumentGraph {
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  readonly chunk: ExtractedChunk | undefined;
}

interface Place {
  readonly file: string;
  readonly line: number;
  /** Which document of the file it is. */
  readonly number: number;
}

/** Whether a value is a graph document of LangChain. */
export function isGraphDocument(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(fieldOf(value, 'nodes'))) return false;
  const source = fieldOf(value, 'source');
  return (
    Array.isArray(fieldOf(value, 'relationships')) && (textOf(source) !== undefined || source === undefined)
  );
}

/** Returns what a graph document says; its relations were read in its text. */
export function toDocumentGraph(value: JsonRecord, place: Place, unread: Tally): DocumentGraph {
  const source = fieldOf(value, 'source');
  const text = textOf(source);
  const key = String(place.number);
  const chunks = text === undefined ? [] : [key];
  const metadata = isRecord(source) ? toAttributes(fieldOf(source, 'metadata')) : new Map<string, never>();
  const { file, line } = place;
  const relationships = toList(fieldOf(value, 'relationships')).filter(isRecord);
  const ends = relationships.flatMap((each) => [fieldOf(each, 'source'), fieldOf(each, 'target')]);
  const within = { file, line, chunks, unread };
  return {
    entities: [...toList(fieldOf(value, 'nodes')), ...ends]
      .filter(isRecord)
      .map((node) => toEntity(node, within)),
    relations: relationships.map((relationship) => toRelation(relationship, within)),
    chunk:
      text === undefined
        ? undefined
        : { key, text, documents: [describeDocument(metadata, key, {})], file, line },
  };
}

/** Whether the source of a graph document brings its text. */
export function hasText(source: unknown): boolean {
  return textOf(source) !== undefined;
}

/** Python and JavaScript call it differently. */
function textOf(source: unknown): string | undefined {
  const text = isRecord(source) ? firstFieldOf(source, ['page_content', 'pageContent']) : undefined;
  return typeof text === 'string' ? text : undefined;
}

interface Within {
  readonly file: string;
  readonly line: number;
  readonly chunks: readonly string[];
  readonly unread: Tally;
}

function toEntity(node: JsonRecord, { file, line, chunks, unread }: Within): ExtractedEntity {
  const properties = toAttributes(fieldOf(node, 'properties'));
  countOthers(properties, unread);
  const id = toText(fieldOf(node, 'id')) ?? '';
  const description = properties.get('description')?.[0];
  const kinds = [toText(fieldOf(node, 'type')) ?? ''];
  return { key: toKey(node), name: id, kinds, description, chunks, file, line, raw: toShown(node) };
}

function toRelation(relationship: JsonRecord, within: Within): ExtractedRelation {
  const { file, line, chunks, unread } = within;
  const properties = toAttributes(fieldOf(relationship, 'properties'));
  countOthers(properties, unread);
  return {
    source: toKey(fieldOf(relationship, 'source')),
    target: toKey(fieldOf(relationship, 'target')),
    type: toText(fieldOf(relationship, 'type')),
    isDirected: true,
    statement: properties.get('description')?.[0],
    evidence: chunks.map((chunk) => ({ chunk })),
    file,
    line,
    raw: toShown(relationship),
  };
}

/** Entities are one where id and type are. */
function toKey(node: unknown): string {
  if (!isRecord(node)) return toText(node) ?? '';
  return [fieldOf(node, 'id'), fieldOf(node, 'type')].map((part) => toText(part) ?? '').join('\u001f');
}

function countOthers(properties: Attributes, unread: Tally): void {
  for (const name of properties.keys()) if (name !== 'description') unread.add(name);
}
