import type { ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import type { Meter } from '../../bytes/meter';
import { graphmlDialect } from '../../graph-files/graphml-dialect';
import type { GraphRecord } from '../../graph-files/graph-record';
import { readXmlRecords } from '../../graph-files/xml-graph';
import type { Piece } from '../../source';
import { createTally, type Tally } from '../../rows/tally';
import { addKeywords, isChunk, toParts, toPairKey, unquote } from './field-text';
import type { Workspace } from './find-workspace';
import { readCache, type CachedRelations } from './read-cache';
import { readChunkLinks } from './read-chunk-links';

export interface WorkspaceGraph {
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  readonly rejects: readonly Piece[];
  readonly unread: Tally;
  /** How many relations and entities have words of several chunks, merged, of which the first were kept. */
  readonly merged: number;
  readonly handmade: number;
}

type Node = Extract<GraphRecord, { kind: 'node' }>;
type Edge = Extract<GraphRecord, { kind: 'edge' }>;

const READ = new Set([
  'entity_id',
  'entity_type',
  'description',
  'source_id',
  'file_path',
  'keywords',
  'truncate',
]);

interface Links {
  readonly entities: ReadonlyMap<string, readonly string[]>;
  readonly relations: ReadonlyMap<string, readonly string[]>;
  readonly cache: CachedRelations;
}

/** Reads the graph of a workspace, which is held in memory, with what other files say of its relations. */
export async function readWorkspaceGraph(
  files: Workspace['files'],
  graph: string,
  meter: Meter,
): Promise<WorkspaceGraph> {
  const links = {
    entities: await readChunkLinks(files.entityChunks),
    relations: await readChunkLinks(files.relationChunks),
    cache: await readCache(files.cache),
  };
  const reader = { dialect: graphmlDialect, untold: createTally() };
  const unread = createTally();
  const counts = { merged: 0, handmade: 0 };
  const entities: ExtractedEntity[] = [];
  const relations: ExtractedRelation[] = [];
  const rejects: Piece[] = [];

  function take(record: GraphRecord): void {
    if (record.kind === 'refused') rejects.push(toReject(record));
    else count(record, counts, unread);
    if (record.kind === 'node') entities.push(toEntity(record, links));
    if (record.kind === 'edge') relations.push(toRelation(record, links));
  }

  for (const reading of ['nodes', 'edges'] as const) {
    const metered = reading === 'edges' ? { ...reader, meter } : reader;
    for await (const records of readXmlRecords(graph, reading, metered)) records.forEach(take);
  }
  return { entities, relations, rejects, unread, ...counts };
}

function count(record: Node | Edge, counts: { merged: number; handmade: number }, unread: Tally): void {
  for (const name of record.attributes.keys()) if (!READ.has(name)) unread.add(name);
  if (toParts(valueOf(record, 'description')).length > 1) counts.merged += 1;
  if (record.kind === 'edge' && valueOf(record, 'source_id') === 'manual_creation') counts.handmade += 1;
}

function toEntity(node: Node, links: Links): ExtractedEntity {
  const { id, file, line, raw } = node;
  const name = unquote(id);
  const kinds = toParts(valueOf(node, 'entity_type'));
  const [description] = toParts(valueOf(node, 'description'));
  return {
    key: name,
    name,
    kinds,
    description,
    chunks: chunksOf(node, links.entities.get(id)),
    file,
    line,
    raw,
  };
}

function toRelation(edge: Edge, { relations, cache }: Links): ExtractedRelation {
  const { source, target, file, line, raw } = edge;
  const names = [unquote(source), unquote(target)].sort();
  const pair = names.join('<SEP>');
  const chunks = chunksOf(edge, relations.get(toPairKey(source, target)));
  const told = chunks.map((chunk) => ({ chunk, cached: cache.get(chunk)?.get(pair) }));
  const first = told.find(({ cached }) => cached !== undefined)?.cached?.source;
  const [subject = '', object = ''] = first === names[1] ? names.toReversed() : names;
  const keywords = toParts(valueOf(edge, 'keywords')).join(', ');
  const withKeywords = (words: string | undefined): string | undefined => addKeywords(words, keywords);
  return {
    source: subject,
    target: object,
    isDirected: false,
    statement: withKeywords(toParts(valueOf(edge, 'description'))[0]),
    evidence: told.map(({ chunk, cached }) => ({ chunk, statement: cached?.statement })),
    file,
    line,
    raw,
  };
}

function chunksOf(record: Node | Edge, whole: readonly string[] | undefined): readonly string[] {
  const listed = whole ?? toParts(valueOf(record, 'source_id'));
  return [...new Set(listed)].filter(isChunk);
}

function valueOf({ attributes }: Node | Edge, name: string): string | undefined {
  return attributes.get(name)?.[0];
}

function toReject({ file, line, raw, ...rest }: Extract<GraphRecord, { kind: 'refused' }>): Piece {
  return { kind: 'reject', reject: { file, line, column: rest.column ?? '', reason: rest.reason, row: raw } };
}
