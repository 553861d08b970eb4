import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';
import type { Meter } from '../../bytes/meter';
import {
  findBuilder,
  surveyGraph,
  type BuiltGraph,
  type BuiltLink,
  type BuiltNode,
} from '../../extracted/built-graph';
import { openBuiltGraph } from '../../extracted/open-built-graph';
import { toGraphPieces } from '../../graph-files/graph-pieces';
import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, isRecord, toList, toShown, toText, type JsonRecord } from '../../json/json-value';
import { openJson, toBrokenPiece, type JsonRecordRead } from '../../json/read-json';
import { toAttributes, toTexts } from '../../json/to-attributes';
import type { OpenOptions, Piece, Source } from '../../source';

const LINKS = new Set(['relationships', 'edges']);

type ReadGraph = BuiltGraph & { readonly rejects: readonly Piece[] };

/** Opens a graph of neo4j-graphrag or cognee, with the chunks that it may hold. It is held in memory: some 100 MB at most are fit. */
export async function openGraph({ path: file, name }: FileSample, options: OpenOptions): Promise<Source> {
  const dataset = path.basename(name, path.extname(name));
  const read = (): Promise<ReadGraph> => readGraph(file, options.meter);
  const builder = findBuilder(surveyGraph(await readGraph(file)));
  if (builder !== undefined) return openBuiltGraph({ files: [file], dataset, builder, read }, options);
  const graph = toGraphPieces({
    dataset,
    knownTypes: options.fallbackTypes,
    records: async function* (reading) {
      const { nodes, links } = await readGraph(file, reading === 'edges' ? options.meter : undefined);
      yield reading === 'nodes' ? [...nodes.values()].map(toNodeRecord) : links.map(toEdgeRecord);
    },
  });
  return {
    dataset,
    files: [file],
    notices: () => graph.notices(),
    pieces: async function* () {
      yield (await readGraph(file)).rejects;
      yield* graph.pieces();
    },
  };
}

async function readGraph(file: string, meter?: Meter): Promise<ReadGraph> {
  const nodes = new Map<string, BuiltNode>();
  const links: BuiltLink[] = [];
  const rejects: Piece[] = [];
  const json = await openJson(file, 'members');

  function take(record: JsonRecordRead): void {
    if (record.problem !== undefined) {
      rejects.push(toBrokenPiece(file, record, record.problem));
      return;
    }
    const { value, line, key } = record;
    const place = { file, line, raw: toShown(value) };
    const node = key === 'nodes' && record.isListed ? toNode(value) : undefined;
    if (node !== undefined) nodes.set(node.id, { ...place, ...node });
    const link = LINKS.has(key ?? '') && record.isListed ? toLink(value) : undefined;
    if (link !== undefined) links.push({ ...place, ...link });
  }

  for await (const records of json.records(meter)) records.forEach(take);
  return { nodes, links, rejects };
}

type Bare<T> = Omit<T, 'file' | 'line' | 'raw'>;

/** neo4j-graphrag writes an object, and cognee its id and its properties in a list. */
function toNode(value: unknown): Bare<BuiltNode> | undefined {
  if (Array.isArray(value)) {
    const [id, properties] = toList(value);
    return { id: toText(id) ?? '', labels: toTypes(properties), attributes: withoutType(properties) };
  }
  if (!isRecord(value)) return undefined;
  const labels = toTexts(fieldOf(value, 'label') ?? fieldOf(value, 'labels'));
  return { id: textOf(value, 'id'), labels, attributes: toAttributes(fieldOf(value, 'properties')) };
}

function toLink(value: unknown): Bare<BuiltLink> | undefined {
  if (Array.isArray(value)) {
    const [source = '', target = '', type = ''] = toList(value).map((each) => toText(each) ?? '');
    return { source, target, type, attributes: new Map() };
  }
  if (!isRecord(value)) return undefined;
  const ends = { source: textOf(value, 'start_node_id'), target: textOf(value, 'end_node_id') };
  return { ...ends, type: textOf(value, 'type'), attributes: toAttributes(fieldOf(value, 'properties')) };
}

function toTypes(properties: unknown): readonly string[] {
  return isRecord(properties) ? toTexts(fieldOf(properties, 'type')) : [];
}

function withoutType(properties: unknown): BuiltNode['attributes'] {
  return new Map([...toAttributes(properties)].filter(([name]) => name !== 'type'));
}

function textOf(value: JsonRecord, name: string): string {
  return toText(fieldOf(value, name)) ?? '';
}

function toNodeRecord({ labels, ...node }: BuiltNode): GraphRecord {
  return { kind: 'node', kinds: labels, ...node };
}

function toEdgeRecord(link: BuiltLink): GraphRecord {
  return { kind: 'edge', isDirected: true, ...link };
}
