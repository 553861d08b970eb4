/** Graphs as JSON: node-link documents of networkx and d3, and graphs that graphology has written. */
import path from 'node:path';

import { toGraphPieces, type GraphFile } from '../../graph-files/graph-pieces';
import type { GraphRecord } from '../../graph-files/graph-record';
import { isRecord } from '../../json/json-value';
import {
  EDGES,
  findEnds,
  NODES,
  readSetting,
  toEdge,
  toEdgeRecord,
  toNode,
  toNodeRecord,
} from '../../graph-files/json-graph';
import { peekJson } from '../../json/peek-json';
import { openJson, type JsonFile, type JsonRecordRead } from '../../json/read-json';
import type { Meter } from '../../bytes/meter';
import { recognisedBy } from '../../recognise';
import type { Format, OpenOptions } from '../../source';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { FileSample } from '../../bytes/take-sample';

export const nodeLink: Format = {
  name: 'node-link',
  title: 'a graph as JSON, by nodes and links',
  recognises: recognisedBy('it has lists of nodes and of links', (sample) => {
    const members = peekJson(sample)?.members;
    const nodes = NODES.flatMap((key) => members?.get(key) ?? []).map(toNodeRecord);
    const edges = EDGES.flatMap((key) =>
      (members?.get(key) ?? []).map((value) => toEdgeRecord({ key, value })),
    );
    // Edges alone that name what they join are triples, which say it by name.
    return nodes.some(isNode) ? edges.length === 0 || edges.some(isEdge) : edges.some(isNodeLink);
  }),
  open: async (sample, options) => {
    const json = await openJson(sample.path, 'members');
    const dataset = path.basename(sample.name, path.extname(sample.name));
    const told: Told = { unknownKinds: createTally(), unread: createTally() };
    const graph = toGraphPieces(toGraphFile({ sample, json, dataset, told }, options));
    return {
      dataset,
      files: [sample.path],
      notices: () => [
        ...json.notices,
        ...noteTally('Not read from the document', told.unread),
        ...graph.notices(),
        ...noteTally('Unknown kinds, read as thing', told.unknownKinds),
      ],
      pieces: () => graph.pieces(),
    };
  },
};

function isNode(value: unknown): boolean {
  return isRecord(value) && ['id', 'key', 'name'].some((name) => Object.hasOwn(value, name));
}

function isEdge(value: unknown): boolean {
  return isRecord(value) && findEnds(value) !== undefined;
}

function isNodeLink(value: unknown): boolean {
  return isRecord(value) && ['source', 'target'].every((name) => Object.hasOwn(value, name));
}

function isNodeRecord({ key, isListed }: JsonRecordRead): boolean {
  return key !== undefined && NODES.includes(key) && isListed;
}

/** Edges without any nodes name what they join. */
function toImplied(edge: GraphRecord): readonly GraphRecord[] {
  if (edge.kind !== 'edge') return [];
  const { file, line, raw, source, target } = edge;
  return [source, target].map((id) => ({
    kind: 'node',
    isImplied: true,
    id,
    attributes: new Map(),
    file,
    line,
    raw,
  }));
}

interface Opened {
  readonly sample: FileSample;
  readonly json: JsonFile;
  readonly dataset: string;
  readonly told: Told;
}

/** What the last reading of the nodes has counted: nodes are read more than once, and not always to the end. */
interface Told {
  unknownKinds: Tally;
  unread: Tally;
}

/** What a document has besides, and says nothing that is lost. */
const FRAME = new Set([...NODES, ...EDGES, 'directed', 'multigraph', 'graph', 'options', 'attributes']);

function toGraphFile({ sample, json, dataset, told }: Opened, options: OpenOptions): GraphFile {
  const settings = { isDirected: true, counted: new Array<string>() };
  const nobody = createTally();
  const hasNoNodes = NODES.every((key) => (peekJson(sample)?.members.get(key) ?? []).length === 0);
  let edges = 0;

  /** Other members, such as lists of neighbours. */
  function countUnread({ key }: JsonRecordRead): void {
    if (key !== undefined && !FRAME.has(key)) told.unread.add(key);
  }

  function toNodes(record: JsonRecordRead): readonly GraphRecord[] {
    if (record.problem === undefined) readSetting(record, settings);
    countUnread(record);
    if (hasNoNodes && EDGES.includes(record.key ?? '') && record.isListed)
      return toImplied(toEdge(sample.path, record, settings));
    if (!isNodeRecord(record)) return [];
    return [toNode(sample.path, record, { settings, unknownKinds: told.unknownKinds })];
  }

  /** The edges, and of the rest what cannot be used. */
  function toEdges(record: JsonRecordRead): readonly GraphRecord[] {
    if (EDGES.includes(record.key ?? '') && record.isListed) {
      edges += 1;
      const edge = toEdge(sample.path, record, settings);
      return [edge.kind === 'edge' ? { ...edge, record: edges } : edge];
    }
    const { line, raw, problem } = record;
    if (problem !== undefined) return [{ kind: 'refused', file: sample.path, line, raw, reason: problem }];
    if (!isNodeRecord(record)) return [];
    const context = { settings: { isDirected: true, counted: [] }, unknownKinds: nobody };
    return [toNode(sample.path, record, context)].filter(({ kind }) => kind === 'refused');
  }

  return {
    dataset,
    knownTypes: options.fallbackTypes,
    records: async function* (reading) {
      if (reading === 'nodes') {
        settings.counted.length = 0;
        Object.assign(told, { unknownKinds: createTally(), unread: createTally() });
      }
      edges = 0;
      const read = reading === 'nodes' ? toNodes : toEdges;
      const meter: Meter | undefined = reading === 'nodes' ? undefined : options.meter;
      for await (const records of json.records(meter)) yield records.flatMap(read);
    },
  };
}
