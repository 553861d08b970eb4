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
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { openJson, toBrokenPiece, type JsonRecordRead } from '../../json/read-json';
import { toAttributes, toTexts } from '../../json/to-attributes';
import type { OpenOptions, Piece, Source } from '../../source';

type ReadGraph = BuiltGraph & { readonly rejects: readonly Piece[] };

/** Opens a graph of neo4j-graphrag, with the chunks that it may hold. It is held in memory: some 100 MB at most are fit. */
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
    } else if (isRecord(record.value) && record.isListed) {
      const { value, line, key } = record;
      const place = { file, line, raw: toShown(value) };
      if (key === 'nodes') {
        const id = toText(fieldOf(value, 'id')) ?? '';
        const labels = toTexts(fieldOf(value, 'label') ?? fieldOf(value, 'labels'));
        nodes.set(id, { ...place, id, labels, attributes: toAttributes(fieldOf(value, 'properties')) });
      } else if (key === 'relationships') links.push({ ...place, ...toLink(value) });
    }
  }

  for await (const records of json.records(meter)) records.forEach(take);
  return { nodes, links, rejects };
}

function toLink(value: JsonRecord): Omit<BuiltLink, 'file' | 'line' | 'raw'> {
  return {
    source: toText(fieldOf(value, 'start_node_id')) ?? '',
    target: toText(fieldOf(value, 'end_node_id')) ?? '',
    type: toText(fieldOf(value, 'type')) ?? '',
    attributes: toAttributes(fieldOf(value, 'properties')),
  };
}

function toNodeRecord({ labels, ...node }: BuiltNode): GraphRecord {
  return { kind: 'node', kinds: labels, ...node };
}

function toEdgeRecord(link: BuiltLink): GraphRecord {
  return { kind: 'edge', isDirected: true, ...link };
}
