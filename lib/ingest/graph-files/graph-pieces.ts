/** From the records of a graph file to pieces: all nodes first, then the edges, so that each edge can name what it joins. */
import type { Entity } from '@/lib/model/entity';
import { EntenteError } from '@/lib/model/entente-error';
import type { RelationType } from '@/lib/model/relation-type';

import { findClassLabels } from './class-labels';
import { createGraphReader } from './graph-edges';
import type { GraphPlace, GraphRecord } from './graph-record';
import type { Named, Piece, SourceRow } from '../source';

type EdgeRecord = Extract<GraphRecord, { kind: 'edge' }>;

/** A graph file, read twice: for its nodes and for its edges. */
export interface GraphFile {
  /** Within which the ids of nodes mean something: the file's name with its extension, since `a.gexf` and `a.json` differ. */
  readonly dataset: string;
  readonly knownTypes: readonly RelationType[];
  /** Reads the file from its beginning. Only one of the two readings counts what is told as not read, and the bytes. */
  records(reading: 'nodes' | 'edges'): AsyncIterable<readonly GraphRecord[]>;
}

export interface GraphPieces {
  pieces(): AsyncIterable<readonly Piece[]>;
  /** Sentences about the last time that the pieces were read. */
  notices(): readonly string[];
}

/** The entities of the nodes by their ids, and which of them only edges describe. */
interface Nodes {
  readonly entities: Map<string, Entity>;
  readonly implied: Set<string>;
}

/** Reads the pieces of a graph file. Memory grows with the nodes. */
export function toGraphPieces(graph: GraphFile): GraphPieces {
  let reader = createGraphReader(graph.dataset, graph.knownTypes);

  function toEntityPieces(record: GraphRecord & { kind: 'node' }, nodes: Nodes): readonly Piece[] {
    const { id, isImplied = false } = record;
    const fault = findFault(id, nodes);
    if (fault !== undefined) return isImplied ? [] : [toReject(record, 'id', fault)];
    if (isImplied && nodes.entities.has(id)) return [];
    try {
      const entity = reader.toEntity(record);
      nodes.entities.set(id, entity);
      if (isImplied) nodes.implied.add(id);
      else nodes.implied.delete(id);
      return [{ kind: 'entity', entity }];
    } catch (error) {
      return [toUnusable(record, error)];
    }
  }

  function toRowPieces(record: EdgeRecord, nodes: ReadonlyMap<string, Entity>): readonly Piece[] {
    const source = toNamed(nodes.get(record.source));
    const target = toNamed(nodes.get(record.target));
    if (source && target) return reader.toPieces({ ...record, source, target });
    const [column, id] = source ? ['object', record.target] : ['subject', record.source];
    return [{ kind: 'row', row: toDangling(record, column, id) }];
  }

  return {
    pieces: async function* () {
      reader = createGraphReader(graph.dataset, graph.knownTypes);
      const nodes: Nodes = { entities: new Map(), implied: new Set() };
      const withoutClass = await findClassLabels(graph.records('nodes'));
      for await (const records of graph.records('nodes')) {
        yield records.flatMap((record) =>
          record.kind === 'node' ? toEntityPieces(withoutClass(record), nodes) : [],
        );
      }
      for await (const records of graph.records('edges')) {
        yield records.flatMap((record): readonly Piece[] => {
          if (record.kind === 'edge') return toRowPieces(record, nodes.entities);
          return record.kind === 'node' ? [] : [toReject(record, record.column ?? '', record.reason)];
        });
      }
    },
    notices: () => reader.notices(),
  };
}

/** Tells why a node with this id cannot be used; a node that only edges describe is replaced. */
function findFault(id: string, { entities, implied }: Nodes): string | undefined {
  if (id === '') return 'the node has no id; give it one';
  if (!entities.has(id) || implied.has(id)) return undefined;
  return `the id '${id}' is already that of another node`;
}

function toNamed(entity: Entity | undefined): Named | undefined {
  return entity && { name: entity.name, id: entity.id };
}

function toDangling(record: EdgeRecord, column: string, id: string): SourceRow {
  const { file, line, raw, source, target, type = '' } = record;
  const cells = new Map([
    ['subject', source],
    ['relation', type],
    ['object', target],
  ]);
  const reason =
    id === ''
      ? 'the edge does not say which node it joins'
      : `there is no node '${id.slice(0, 80)}' that could be used; add it or correct the edge`;
  return { file, line, raw, cells, problem: { column, reason } };
}

/** A node whose text cannot be kept. */
function toUnusable(place: GraphPlace, error: unknown): Piece {
  if (!(error instanceof EntenteError)) throw error;
  return toReject(place, error.fields[0]?.path ?? '', error.message);
}

function toReject({ file, line, raw }: GraphPlace, column: string, reason: string): Piece {
  return { kind: 'reject', reject: { file, line, column, reason, row: raw } };
}
