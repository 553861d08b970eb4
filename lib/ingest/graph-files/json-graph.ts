/** From the members of a node-link document (networkx, d3) or of a serialised graphology graph to nodes and edges. */
import { findKind } from '../names/find-kind';
import type { GraphRecord } from './graph-record';
import { fieldOf, firstFieldOf, isRecord, toList, toText, type JsonRecord } from '../json/json-value';
import type { Attributes } from '../names/read-attributes';
import type { JsonRecordRead } from '../json/read-json';
import type { Tally } from '../rows/tally';

export const NODES: readonly string[] = ['nodes', 'entities', 'vertices'];
export const EDGES: readonly string[] = ['links', 'edges', 'relationships', 'relations'];

/** What a document says of its graph as a whole, and what its nodes are called where edges only count them. */
export interface GraphSettings {
  /** False where all edges that do not say otherwise have no direction. */
  isDirected: boolean;
  /** The ids of nodes that have none written down, in their order, since old edges of d3 count them from 0. */
  readonly counted: string[];
}

const IDS = ['id', 'key', 'name', 'label'];
const KINDS = ['kind', 'type', 'category', 'class', 'entity_type', 'node_type'];
/** How sigma and the like draw something, which says nothing about what it is. */
const DRAWINGS = new Set(
  [
    'line',
    'arrow',
    'curve',
    'curved',
    'curvedarrow',
    'curvedline',
    'dashed',
    'dotted',
    'tapered',
    'loop',
  ].concat(['circle', 'square', 'triangle', 'image', 'border', 'pictogram']),
);
/** Members that hold what is said of a node or an edge, one level down. */
const INNER = ['attributes', 'properties', 'attrs', 'data'];
/** What the two ends of an edge are called, together. */
const ENDS: readonly (readonly [source: string, target: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['head', 'tail'],
  ['subject', 'object'],
  ['source_id', 'target_id'],
  ['sourceId', 'targetId'],
  ['startNode', 'endNode'],
  ['start_node_id', 'end_node_id'],
  ['startNodeId', 'endNodeId'],
  ['start_node', 'end_node'],
  ['from_id', 'to_id'],
  ['fromId', 'toId'],
  ['start', 'end'],
];
/** Members of edges that only tell them apart, or say how they are drawn. */
const OF_EDGE: ReadonlySet<string> = new Set(['key', 'id', 'undirected', 'directed', ...INNER]);
const FRAMES: ReadonlyMap<unknown, ReadonlySet<string>> = new Map(
  ENDS.map((ends) => [ends, new Set([...OF_EDGE, ...ends])]),
);
const OF_NODE: ReadonlySet<string> = new Set(['id', 'key', 'index', ...INNER]);

/** Takes in what a member says of the graph as a whole. */
export function readSetting(
  { key, value }: { key: string | undefined; value?: unknown },
  settings: GraphSettings,
): void {
  if (key === 'directed') settings.isDirected = value !== false;
  if (key === 'options' && isRecord(value)) settings.isDirected = fieldOf(value, 'type') !== 'undirected';
}

/** Returns a node, or why the record is not one. */
export function toNode(
  file: string,
  record: JsonRecordRead,
  { settings, unknownKinds }: { settings: GraphSettings; unknownKinds: Tally },
): GraphRecord {
  const place = { file, line: record.line, raw: record.raw };
  if (record.problem !== undefined) return { ...place, kind: 'refused', reason: record.problem };
  const value = toNodeRecord(record.value);
  if (!isRecord(value))
    return { ...place, kind: 'refused', reason: 'the node is not an object; write one with an id' };
  const attributes = toAttributes(value, OF_NODE);
  const id = toText(firstFieldOf(value, IDS)) ?? '';
  if (firstFieldOf(value, ['id', 'key']) === undefined) settings.counted.push(id);
  const kinds = KINDS.flatMap((name) => attributes.get(name) ?? []);
  const [kind] = kinds;
  if (kind !== undefined && findKind(kinds) === undefined) unknownKinds.add(kind);
  return { ...place, kind: 'node', id, attributes };
}

/** Returns an edge, or why the record is not one. */
export function toEdge(file: string, record: JsonRecordRead, settings: GraphSettings): GraphRecord {
  const place = { file, line: record.line, raw: record.raw };
  if (record.problem !== undefined) return { ...place, kind: 'refused', reason: record.problem };
  const value = toEdgeRecord(record);
  if (!isRecord(value))
    return {
      ...place,
      kind: 'refused',
      reason: 'the edge is not an object; write one with source and target',
    };
  const ends = findEnds(value) ?? ENDS[0];
  return {
    ...place,
    kind: 'edge',
    source: toEnd(ends && fieldOf(value, ends[0]), settings),
    target: toEnd(ends && fieldOf(value, ends[1]), settings),
    isDirected: findDirection(value) ?? settings.isDirected,
    attributes: toAttributes(value, FRAMES.get(ends) ?? OF_EDGE),
  };
}

/** Members whose lists begin with the two ends; those of relations have the relation between them. */
const LISTED_EDGES = new Set(['edges', 'links']);

/** A node may be its id alone, or a list of its id and what is said of it, as networkx and cognee write them. */
export function toNodeRecord(value: unknown): unknown {
  if (typeof value === 'string') return { id: value };
  if (!Array.isArray(value)) return value;
  const [id, more, ...rest] = toList(value);
  return typeof id === 'string' && isRecord(more) && rest.length === 0 ? { ...more, id } : value;
}

/** An edge may be a list: its ends, then its relation, then what is said of it. */
export function toEdgeRecord({ key, value }: { key?: string | undefined; value?: unknown }): unknown {
  if (!Array.isArray(value) || !LISTED_EDGES.has(key ?? '')) return value;
  const [source, target, ...rest] = toList(value);
  if (typeof source !== 'string' || typeof target !== 'string' || rest.length > 2) return value;
  const relation = rest.find((each) => typeof each === 'string');
  const more = rest.find(isRecord);
  return { ...more, source, target, ...(relation !== undefined && { relation }) };
}

/** Returns the names of the members that hold an edge's ends, when it has both. */
export function findEnds(edge: JsonRecord): readonly [source: string, target: string] | undefined {
  return ENDS.find((names) => names.every((name) => Object.hasOwn(edge, name)));
}

function toEnd(value: unknown, { counted }: GraphSettings): string {
  if (typeof value === 'number' && counted.length > 0) return counted[value] ?? String(value);
  return toText(isRecord(value) ? firstFieldOf(value, IDS) : value) ?? '';
}

function findDirection(edge: JsonRecord): boolean | undefined {
  const undirected = fieldOf(edge, 'undirected');
  if (typeof undirected === 'boolean') return !undirected;
  const directed = fieldOf(edge, 'directed');
  return typeof directed === 'boolean' ? directed : undefined;
}

/**
 * Collects the members that are not part of the frame, and those nested one level down; a member
 * that only says how to draw it is renamed.
 */
export function toAttributes(record: JsonRecord, frame: ReadonlySet<string>): Attributes {
  const inner = INNER.map((name) => fieldOf(record, name)).filter(isRecord);
  const own = Object.entries(record).filter(([name]) => !frame.has(name));
  const attributes = new Map<string, readonly string[]>();
  for (const [name, value] of [...own, ...inner.flatMap((each) => Object.entries(each))]) {
    const texts = toTexts(value);
    const isDrawing =
      name === 'type' && texts.every((text) => DRAWINGS.has(text.toLowerCase().replace(/[^a-z]/gu, '')));
    if (texts.length > 0) attributes.set(isDrawing ? 'type of drawing' : name, texts);
  }
  return attributes;
}

function toTexts(value: unknown): readonly string[] {
  if (isRecord(value)) return [JSON.stringify(value)];
  return Array.isArray(value)
    ? toList(value).flatMap((each) => toText(each) ?? [])
    : [toText(value) ?? ''].filter(Boolean);
}
