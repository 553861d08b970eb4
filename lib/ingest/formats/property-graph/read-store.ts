import type { BuiltGraph, BuiltLink, BuiltNode } from '../../extracted/built-graph';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { readWholeJson } from '../../json/read-whole-json';
import { toAttributes, toTexts } from '../../json/to-attributes';
import type { Attributes } from '../../names/read-attributes';
import type { Meter } from '../../bytes/meter';

export interface StoreFiles {
  readonly graph: string;
  readonly texts: string | undefined;
}

const CHUNK = 'Chunk';
/** By which a relation, and an entity, names the chunk that it was read in. */
const SOURCE = 'triplet_source_id';
const UNREAD = new Set(['embedding', '_node_content', '_node_type']);

/** Reads a property graph of LlamaIndex, with the texts that it or the store of documents beside it holds. */
export async function readPropertyGraph(
  { graph: file, texts }: StoreFiles,
  meter?: Meter,
): Promise<BuiltGraph & { readonly rejects: readonly [] }> {
  const store = await readWholeJson(file, meter);
  const nodes = new Map<string, BuiltNode>();
  for (const [id, value] of membersOf(store, 'nodes')) nodes.set(id, toNode(id, value, file));
  if (texts !== undefined)
    for (const [id, value] of membersOf(await readWholeJson(texts, meter), 'docstore/data'))
      if (!nodes.has(id)) nodes.set(id, toTextNode(id, value, texts));
  const links = membersOf(store, 'relations').map(([, value]) => toLink(value, file));
  const mentions = [...nodes.values()].flatMap((node) => toMentions(node));
  return { nodes, links: [...links, ...mentions], rejects: [] };
}

function membersOf(store: unknown, name: string): readonly (readonly [string, JsonRecord])[] {
  const members = isRecord(store) ? fieldOf(store, name) : undefined;
  if (!isRecord(members)) return [];
  return Object.entries(members).flatMap(([id, value]) => (isRecord(value) ? [[id, value] as const] : []));
}

function toNode(id: string, value: JsonRecord, file: string): BuiltNode {
  const label = toText(fieldOf(value, 'label')) ?? '';
  const isChunk = label === 'text_chunk';
  const own = isChunk ? { id, text: fieldOf(value, 'text') } : { name: fieldOf(value, 'name') ?? id };
  const properties = fieldOf(value, 'properties');
  const attributes = withoutUnread(toAttributes({ ...(isRecord(properties) ? properties : {}), ...own }));
  return { id, labels: [isChunk ? CHUNK : label], attributes, file, line: 1, raw: id };
}

/** A text of the store of documents. */
function toTextNode(id: string, value: JsonRecord, file: string): BuiltNode {
  const data = fieldOf(value, '__data__');
  const { text, metadata, relationships } = isRecord(data) ? data : {};
  const own = { id, text, ref_doc_id: findDocument(relationships) };
  const attributes = withoutUnread(toAttributes({ ...(isRecord(metadata) ? metadata : {}), ...own }));
  return { id, labels: [CHUNK], attributes, file, line: 1, raw: id };
}

/** Finds the document that a text was cut from: LlamaIndex calls that relationship `1`. */
function findDocument(relationships: unknown): unknown {
  const source = isRecord(relationships) ? fieldOf(relationships, '1') : undefined;
  return isRecord(source) ? fieldOf(source, 'node_id') : undefined;
}

function toLink(value: JsonRecord, file: string): BuiltLink {
  return {
    source: toText(fieldOf(value, 'source_id')) ?? '',
    target: toText(fieldOf(value, 'target_id')) ?? '',
    type: toText(fieldOf(value, 'label')) ?? '',
    attributes: withoutUnread(toAttributes(fieldOf(value, 'properties'))),
    file,
    line: 1,
    raw: toShown(value),
  };
}

function toMentions({ id, labels, attributes, file, line, raw }: BuiltNode): readonly BuiltLink[] {
  if (labels.includes(CHUNK)) return [];
  return toTexts(attributes.get(SOURCE)).map((chunk) => ({
    source: chunk,
    target: id,
    type: 'MENTIONS',
    attributes: new Map(),
    file,
    line,
    raw,
  }));
}

function withoutUnread(attributes: Attributes): Attributes {
  return new Map([...attributes].filter(([name, values]) => !UNREAD.has(name) && values.length > 0));
}
