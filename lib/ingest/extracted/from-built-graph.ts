import { createTally, noteTally, type Tally } from '../rows/tally';
import { hasWords } from '../names/has-words';
import type { Attributes } from '../names/read-attributes';
import type { Builder } from './builders';
import { valueOf, type BuiltGraph, type BuiltLink, type BuiltNode } from './built-graph';
import { describeDocument } from './describe-document';
import { createDateCells, type DateCells } from './date-cells';
import type {
  ExtractedChunk,
  ExtractedEntity,
  ExtractedEvidence,
  ExtractedGraph,
  ExtractedRelation,
} from './extracted-graph';

export interface FromBuiltGraph {
  readonly graph: ExtractedGraph;
  readonly notices: () => readonly string[];
}

/** A graph, sorted by what its nodes are. */
interface Sorted {
  readonly builder: Builder;
  readonly graph: BuiltGraph;
  readonly chunks: ReadonlyMap<string, BuiltNode>;
  /** The chunks by which relations name them. */
  readonly byKey: ReadonlyMap<string, string>;
  /** The chunks that name an entity. */
  readonly chunksOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The classes of an entity, where they are nodes of their own. */
  readonly kindsOf: ReadonlyMap<string, readonly string[]>;
  /** The number of the first chunk of a document: some count from 0. */
  readonly firstOrder: number;
  readonly documentsOf: ReadonlyMap<string, readonly BuiltNode[]>;
  readonly unread: Tally;
  /** Nodes that nothing names, by their labels. */
  readonly nameless: Tally;
  readonly dates: DateCells;
  readonly counts: { capped: number; guessed: number };
}

/** Chunks that two ends share, of which more say nothing. */
const MOST_SHARED = 20;
/** What tools mark entities with, whatever else they are. */
const MARK = '__Entity__';
const HIDDEN_LABEL = /^(?:__.*__|Entity|BaseEntity|base)$/u;
/** What may be a name where what the tool calls so is not there. */
const OTHER_NAMES = ['name', 'title', 'label', 'caption'];
/** Attributes that are of the store, or vectors. */
const SILENT =
  /^(?:id|uuid|group_id|created_at|createdAt|embedding|.*_embedding|triplet_source_id|community\w*)$/u;

/**
 * Turns a graph that a tool has left in a database into entities, relations and chunks. What orders the store (`NEXT_CHUNK`, `PART_OF` …)
 * joins no two entities, and is left out. Where a relation does not name its chunks, the one that both ends share is a candidate for it, and several only name both.
 */
export function fromBuiltGraph(graph: BuiltGraph, builder: Builder): FromBuiltGraph {
  const sorted = sort(graph, builder);
  const isEntity = ({ id, labels }: BuiltNode): boolean =>
    !sorted.chunks.has(id) &&
    (labels.includes(MARK) || !labels.some((label) => builder.structure.includes(label)));
  const entities = new Map(
    [...graph.nodes.values()].filter(isEntity).flatMap((node) => {
      const entity = toEntity(node, sorted);
      if (entity === undefined) sorted.nameless.add(node.labels.join(' and ') || 'without label');
      return entity === undefined ? [] : [[node.id, entity] as const];
    }),
  );
  const relations = graph.links
    .filter(({ source, target }) => entities.has(source) && entities.has(target))
    .map((link) => toRelation(link, sorted));
  return {
    graph: {
      entities: [...entities.values()],
      relations,
      chunks: () => readChunks(sorted),
    },
    notices: () => noteReading(sorted),
  };
}

function sort(graph: BuiltGraph, builder: Builder): Sorted {
  const { chunk } = builder;
  const chunks = new Map([...graph.nodes].filter(([, { labels }]) => labels.includes(chunk.label)));
  const byKey = new Map([...chunks].map(([id, node]) => [valueOf(node.attributes, chunk.key) ?? id, id]));
  const firstOrder = [...chunks.values()].some((node) => orderOf(node, builder) === 0) ? 0 : 1;
  const counts = { capped: 0, guessed: 0 };
  const told = { unread: createTally(), nameless: createTally(), dates: createDateCells(), counts };
  return { builder, graph, chunks, byKey, firstOrder, ...sortLinks(graph, builder, chunks), ...told };
}

function sortLinks(
  { nodes, links }: BuiltGraph,
  { mentions, partOf, kindOf }: Builder,
  chunks: Sorted['chunks'],
): Pick<Sorted, 'chunksOf' | 'documentsOf' | 'kindsOf'> {
  const chunksOf = new Map<string, Set<string>>();
  const documentsOf = new Map<string, BuiltNode[]>();
  const kindsOf = new Map<string, string[]>();
  for (const { source, target, type } of links) {
    const [from, to] = chunks.has(source) ? [source, target] : [target, source];
    const other = nodes.get(to);
    if (mentions.includes(type)) chunksOf.set(to, (chunksOf.get(to) ?? new Set<string>()).add(from));
    if (partOf.includes(type) && other) addTo(documentsOf, from, [other]);
    if (type === kindOf) addTo(kindsOf, source, nodes.get(target)?.attributes.get('name') ?? []);
  }
  return { chunksOf, documentsOf, kindsOf };
}

function addTo<T>(lists: Map<string, T[]>, key: string, values: readonly T[]): void {
  lists.set(key, [...(lists.get(key) ?? []), ...values]);
}

/** Converts a node to an entity, unless nothing says what it is called. */
function toEntity(
  { id, labels, attributes, file, line, raw }: BuiltNode,
  sorted: Sorted,
): ExtractedEntity | undefined {
  const { builder, chunksOf, kindsOf, unread } = sorted;
  const named = [...builder.names, ...OTHER_NAMES].flatMap((name) => valueOf(attributes, [name]) ?? []);
  const name = named.find(hasWords) ?? named[0];
  if (name === undefined) return undefined;
  const description = firstPartOf(valueOf(attributes, ['description', 'summary']));
  countUnread(
    attributes,
    [...builder.names, ...(builder.ids ?? []), 'description', 'summary', 'labels'],
    unread,
  );
  return {
    file,
    line,
    raw,
    key: id,
    name,
    kinds: [
      ...labels.flatMap((label) => builder.kinds?.get(label) ?? []),
      ...(kindsOf.get(id) ?? []),
      ...labels.filter((label) => !HIDDEN_LABEL.test(label)),
    ],
    description,
    chunks: [...(chunksOf.get(id) ?? [])],
  };
}

function toRelation(link: BuiltLink, sorted: Sorted): ExtractedRelation {
  const { source, target, attributes, file, line, raw } = link;
  const { relation, isDirected } = sorted.builder;
  countUnread(attributes, Object.values(relation).flat(), sorted.unread);
  return {
    source,
    target,
    type: valueOf(attributes, relation.type) ?? (isDirected ? link.type : undefined),
    isDirected,
    statement: firstPartOf(valueOf(attributes, relation.statement)),
    evidence: findEvidence(link, sorted),
    cells: sorted.dates.read(valueOf(attributes, relation.start), valueOf(attributes, relation.end)),
    file,
    line,
    raw,
  };
}

/** LightRAG merges what it was told several times. */
function firstPartOf(text: string | undefined): string | undefined {
  return text?.split('<SEP>', 1)[0]?.trim();
}

/** Lists the chunks that a relation names; if it names none, those that both of its ends share. */
function findEvidence(
  { source, target, attributes }: BuiltLink,
  sorted: Sorted,
): readonly ExtractedEvidence[] {
  const { builder, byKey, chunksOf, chunks, counts } = sorted;
  // Some databases hold no lists, so that ids stand in one text.
  const keys = builder.relation.chunks.flatMap((name) => attributes.get(name) ?? []).flatMap(splitIds);
  if (keys.length > 0)
    return [...new Set(keys)].map((key) => {
      const chunk = byKey.get(key) ?? key;
      const node = chunks.get(chunk);
      return { chunk, attributedTo: node && findSpeaker(node, builder) };
    });
  const others = chunksOf.get(target);
  const shared = [...(chunksOf.get(source) ?? [])].filter((chunk) => others?.has(chunk));
  if (shared.length > MOST_SHARED) counts.capped += 1;
  counts.guessed += shared.length > 0 ? 1 : 0;
  const grade = shared.length === 1 ? 'candidate' : 'co-mention';
  return shared.slice(0, MOST_SHARED).map((chunk) => ({ chunk, grade }));
}

/** Lists are texts where a database or a file holds none: `a, b`, or as JSON writes them. */
function splitIds(text: string): readonly string[] {
  return text
    .replace(/^\s*\[(?<ids>.*)\]\s*$/su, '$<ids>')
    .split(',')
    .map((id) => id.trim().replace(/^"(?<id>.*)"$/u, '$<id>'))
    .filter((id) => id !== '');
}

const SPEAKER = /^(?<who>[^\n:]{1,60}):\s/u;

/** Returns who speaks in a chunk that is one person's message. */
export function findSpeaker(chunk: BuiltNode, { chunk: names }: Builder): string | undefined {
  if (chunk.speaker !== undefined) return chunk.speaker;
  if (valueOf(chunk.attributes, ['source']) !== 'message') return undefined;
  const lines = (valueOf(chunk.attributes, names.text) ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const speakers = new Set(lines.map((line) => SPEAKER.exec(line)?.groups?.['who']?.trim()));
  return speakers.size === 1 ? [...speakers][0] : undefined;
}

const PART_CHUNKS = 200;

async function* readChunks(sorted: Sorted): AsyncGenerator<readonly ExtractedChunk[]> {
  const nodes = [...sorted.chunks.values()];
  for (let start = 0; start < nodes.length; start += PART_CHUNKS) {
    const part = nodes.slice(start, start + PART_CHUNKS);
    const texts = await sorted.graph.readTexts?.(part.map(({ id }) => id));
    yield part.map((node) => toChunk(node, texts?.get(node.id), sorted));
  }
}

function toChunk(
  node: BuiltNode,
  text: string | undefined,
  { builder, documentsOf, firstOrder }: Sorted,
): ExtractedChunk {
  const { id, attributes, file, line } = node;
  const order = orderOf(node, builder);
  const known = (documentsOf.get(id) ?? []).map((each) =>
    describeDocument(each.attributes, each.id, builder),
  );
  return {
    key: id,
    text: text ?? valueOf(attributes, builder.chunk.text) ?? '',
    documents: known.length > 0 ? known : [describeDocument(attributes, id, builder)],
    index: order === undefined ? undefined : order - firstOrder + 1,
    file,
    line,
  };
}

function orderOf({ attributes }: BuiltNode, { chunk }: Builder): number | undefined {
  const order = Number(valueOf(attributes, chunk.order) ?? Number.NaN);
  return Number.isSafeInteger(order) ? order : undefined;
}

function countUnread(attributes: Attributes, read: readonly string[], unread: Tally): void {
  for (const name of attributes.keys()) if (!read.includes(name) && !SILENT.test(name)) unread.add(name);
}

function noteReading({ builder, counts, unread, nameless, dates }: Sorted): readonly string[] {
  return [
    ...(builder.name === ''
      ? []
      : [`This graph was built by ${builder.name}.${builder.note === undefined ? '' : ` ${builder.note}`}`]),
    ...(counts.guessed === 0
      ? []
      : [
          `Relations that do not say which text they were extracted from: ${counts.guessed}. They cite the texts that name both ends: the only one, or up to ${MOST_SHARED} of several.`,
        ]),
    ...(counts.capped === 0 ? [] : [`Relations whose ends share more texts than that: ${counts.capped}.`]),
    ...dates.notices(),
    ...noteTally('Nodes that nothing names, left out with their relations', nameless),
    ...noteTally('Not read from the nodes and relationships', unread),
  ];
}
