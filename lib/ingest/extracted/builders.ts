import type { EntityKind } from '@/lib/model/entity';

/** How tools that build graphs from texts call what they store. */
export interface Builder {
  /** What a sentence calls the tool. */
  readonly name: string;
  /** All of these have to be there. */
  readonly signature: {
    readonly labels: readonly string[];
    readonly types: readonly string[];
    readonly keys: readonly string[];
  };
  /** Labels that must not be there. */
  readonly without: readonly string[];
  /** The label of the chunks, and their attributes: by which relations name them, their text, and their order. */
  readonly chunk: {
    readonly label: string;
    readonly key: readonly string[];
    readonly text: readonly string[];
    readonly order: readonly string[];
  };
  /** What joins a chunk and its document; none where a chunk is its own document. */
  readonly partOf: readonly string[];
  /** What joins a chunk and an entity that it names. */
  readonly mentions: readonly string[];
  /** Labels of nodes that are no entities, besides those of the chunks. */
  readonly structure: readonly string[];
  /** Attributes of a relation. */
  readonly relation: {
    readonly type: readonly string[];
    readonly statement: readonly string[];
    /** The chunks it was read in; without them those that both ends share are only candidates. */
    readonly chunks: readonly string[];
    readonly start: readonly string[];
    readonly end: readonly string[];
  };
  /** Attributes that may be an entity's name, the best first. */
  readonly names: readonly string[];
  /** Attributes by which entities are told apart, the best first, where those of their names do not. */
  readonly ids?: readonly string[] | undefined;
  /** Attributes that are the title of a document, before those that usually are. */
  readonly titles?: readonly string[] | undefined;
  /** What labels of entities mean, where their words do not say it. */
  readonly kinds?: ReadonlyMap<string, EntityKind> | undefined;
  /** What joins an entity and the node that is its class, where labels do not say it. */
  readonly kindOf?: string | undefined;
  readonly isDirected: boolean;
  /** What a person should know of such graphs. */
  readonly note?: string | undefined;
}

const CHUNK = { label: 'Chunk', key: ['id'], text: ['text'], order: ['position', 'index', 'chunk_index'] };
const UNTOLD = { type: [], statement: ['description'], chunks: [], start: [], end: [] };

export const llamaIndex: Builder = {
  name: 'LlamaIndex',
  signature: { labels: ['Chunk'], types: ['MENTIONS'], keys: ['text'] },
  without: [],
  chunk: CHUNK,
  partOf: [],
  mentions: ['MENTIONS'],
  structure: ['Document'],
  relation: { ...UNTOLD, chunks: ['triplet_source_id'] },
  names: ['name', 'id'],
  ids: ['id'],
  isDirected: true,
};

export const builders: readonly Builder[] = [
  {
    name: 'Graphiti',
    signature: { labels: ['Episodic', 'Entity'], types: ['RELATES_TO'], keys: ['fact'] },
    without: [],
    chunk: { label: 'Episodic', key: ['uuid'], text: ['content'], order: [] },
    partOf: [],
    mentions: ['MENTIONS'],
    structure: ['Community', 'Saga'],
    relation: {
      type: ['name'],
      statement: ['fact'],
      chunks: ['episodes'],
      start: ['valid_at'],
      end: ['invalid_at'],
    },
    names: ['name'],
    ids: ['uuid'],
    isDirected: true,
  },
  {
    name: 'the LLM Graph Builder',
    signature: { labels: ['Chunk', 'Document'], types: ['HAS_ENTITY'], keys: ['text'] },
    without: [],
    chunk: CHUNK,
    partOf: ['PART_OF'],
    mentions: ['HAS_ENTITY'],
    structure: ['Document', '__Community__', 'Session', 'Message'],
    relation: UNTOLD,
    names: ['id', 'name'],
    isDirected: true,
  },
  {
    name: 'neo4j-graphrag',
    signature: { labels: ['Chunk'], types: ['FROM_CHUNK'], keys: ['text'] },
    without: [],
    chunk: CHUNK,
    partOf: ['FROM_DOCUMENT'],
    mentions: ['FROM_CHUNK'],
    structure: ['Document'],
    relation: UNTOLD,
    names: ['name', 'title', 'label'],
    ids: ['id'],
    isDirected: true,
  },
  llamaIndex,
  {
    name: 'LangChain',
    signature: { labels: ['Document'], types: ['MENTIONS'], keys: ['text'] },
    without: ['Chunk'],
    chunk: { ...CHUNK, label: 'Document' },
    partOf: [],
    mentions: ['MENTIONS'],
    structure: [],
    relation: UNTOLD,
    names: ['id', 'name'],
    isDirected: true,
  },
  {
    name: 'cognee',
    signature: { labels: ['DocumentChunk'], types: ['contains'], keys: ['text'] },
    without: [],
    chunk: { ...CHUNK, label: 'DocumentChunk' },
    partOf: ['is_part_of'],
    mentions: ['contains'],
    structure: ['TextDocument', 'PdfDocument', 'Document', 'TextSummary', 'EntityType', 'NodeSet'],
    relation: UNTOLD,
    names: ['name'],
    ids: ['id'],
    kindOf: 'is_a',
    isDirected: true,
  },
  {
    name: 'LightRAG',
    signature: { labels: [], types: ['DIRECTED'], keys: ['entity_id', 'source_id'] },
    without: [],
    chunk: { ...CHUNK, label: '' },
    partOf: [],
    mentions: [],
    structure: [],
    relation: UNTOLD,
    names: ['entity_id'],
    isDirected: false,
    note: 'Its texts are not in the database; they are in the folder of LightRAG, in kv_store_text_chunks.json. Load that folder to get them.',
  },
];
