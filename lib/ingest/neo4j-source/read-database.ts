import { createHash, type Hash } from 'node:crypto';

import type { Meter } from '../bytes/meter';
import { type BuiltGraph, type BuiltLink, type BuiltNode } from '../extracted/built-graph';
import type { Builder } from '../extracted/builders';
import { findSpeaker } from '../extracted/from-built-graph';
import { toList } from '../json/json-value';
import { toTexts } from '../json/to-attributes';
import type { Attributes } from '../names/read-attributes';
import { createTally, noteTally, type Tally } from '../rows/tally';
import type { DatabaseReader, DatabaseRow } from './connect-reader';
import { readPages, type DatabaseSurvey } from './database-survey';
import { createNodeKeys } from './node-keys';
import { NODES, RELATIONSHIPS, TEXTS } from './statements';

interface Reading {
  readonly reader: DatabaseReader;
  readonly survey: DatabaseSurvey;
  readonly builder: Builder;
  /** What evidence without a text cites. */
  readonly citedFile: string;
  readonly signal?: AbortSignal | undefined;
}

/** What a database holds, without its texts. */
export interface ReadDatabase {
  /** @param meter - counts the texts that are read */
  readonly graph: (meter: Meter) => BuiltGraph;
  /** A hash over all that was read: the same content has the same. */
  readonly hash: string;
  /** How many texts there are to read. */
  readonly texts: number;
  readonly notices: readonly string[];
}

const SHOWN = 200;

/**
 * Reads a database page by page. The graph is held, some hundreds of bytes for each node and relationship; texts of passages go through
 * the hash, and are read again when they are wanted.
 */
export async function readDatabase(reading: Reading): Promise<ReadDatabase> {
  const { reader, survey, builder, signal } = reading;
  const hash = createHash('sha256');
  const vectors = createTally();
  const nodes = new Map<string, BuiltNode>();
  const keys = createNodeKeys(builder);
  const ids = new Map<string, string>();
  const links: BuiltLink[] = [];
  /** Ids of chunks by their keys. */
  const chunkIds = new Map<string, string>();

  function takeNode(row: DatabaseRow): void {
    const given = toNode(row, reading.citedFile);
    const id = String(row.get('id'));
    const key = keys.keyOf(given, id);
    const isChunk = given.labels.includes(builder.chunk.label);
    addToHash(hash, [key, ...given.labels, ...[...given.attributes].flat(2)]);
    countVectors(row, vectors);
    if (isChunk) chunkIds.set(key, id);
    const node = isChunk ? withoutText(given, builder) : given;
    nodes.set(key, { ...node, id: key });
    ids.set(id, key);
  }

  function takeLink(row: DatabaseRow): void {
    const source = ids.get(String(row.get('source')));
    const target = ids.get(String(row.get('target')));
    // Made while the nodes were read: the next load has it.
    if (source === undefined || target === undefined) return;
    const type = String(row.get('type'));
    const attributes = toAttributes(row);
    addToHash(hash, [source, type, target, ...[...attributes].flat(2)]);
    countVectors(row, vectors);
    const raw = `(${source})-[:${type}]->(${target})`.slice(0, SHOWN);
    links.push({ source, target, type, attributes, file: reading.citedFile, line: 1, raw });
  }

  for await (const rows of readPages(reader, { statement: NODES, ids: survey.nodeIds, signal }))
    rows.forEach(takeNode);
  for await (const rows of readPages(reader, {
    statement: RELATIONSHIPS,
    ids: survey.relationshipIds,
    signal,
  }))
    rows.forEach(takeLink);
  ids.clear();
  return {
    graph: (meter) => ({
      nodes,
      links,
      readTexts: createTextReader({ reader, ids: chunkIds, names: builder.chunk.text, meter }),
    }),
    hash: hash.digest('hex'),
    texts: chunkIds.size,
    notices: [
      ...keys.notices(),
      ...noteTally('Not fetched, since they are vectors or lists of numbers', vectors),
    ],
  };
}

interface WantedTexts {
  readonly reader: DatabaseReader;
  /** Ids of chunks by their keys. */
  readonly ids: ReadonlyMap<string, string>;
  /** The properties that may hold the text. */
  readonly names: readonly string[];
  readonly meter: Meter;
}

/** It is made here so that it holds nothing else of what was read. */
function createTextReader({ reader, ids, names, meter }: WantedTexts): NonNullable<BuiltGraph['readTexts']> {
  return async (chunks) => {
    const keys = new Map(chunks.map((key) => [ids.get(key) ?? '', key]));
    const rows = await reader.read(TEXTS, { ids: [...keys.keys()], keys: names });
    meter.add(chunks.length);
    return new Map(
      rows.flatMap((row) => {
        const text = row.get('text');
        return typeof text === 'string' ? [[keys.get(String(row.get('id'))) ?? '', text] as const] : [];
      }),
    );
  };
}

function toNode(row: DatabaseRow, file: string): BuiltNode {
  const labels = toTexts(row.get('labels'));
  const attributes = toAttributes(row);
  const raw = `(${labels.map((label) => `:${label}`).join('')})`;
  return { id: '', labels, attributes, file, line: 1, raw };
}

/** Most relationships say nothing more, and half a million empty maps are much. */
const NOTHING: Attributes = new Map();

/** Reads the attributes of a row whose properties are pairs of a name and a value. */
function toAttributes(row: DatabaseRow): Attributes {
  const properties = toList(row.get('properties'));
  if (properties.length === 0) return NOTHING;
  const attributes = properties.flatMap((pair) => {
    const [name, value] = toList(pair);
    return typeof name === 'string' ? [[name, toTexts(value)] as const] : [];
  });
  // In the same order whatever the database has them in.
  return new Map(attributes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutText(node: BuiltNode, builder: Builder): BuiltNode {
  const { text } = builder.chunk;
  const attributes = new Map([...node.attributes].filter(([name]) => !text.includes(name)));
  return { ...node, attributes, speaker: findSpeaker(node, builder) };
}

function countVectors(row: DatabaseRow, vectors: Tally): void {
  for (const name of toTexts(row.get('vectors'))) vectors.add(name);
}

function addToHash(hash: Hash, parts: readonly string[]): void {
  hash.update(`${JSON.stringify(parts)}\n`);
}
