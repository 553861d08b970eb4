import type { CypherEvent } from '@/lib/model/cypher-event';
import type { SchemaOverview } from '@/lib/model/schema-overview';

import type { CypherRequest } from './types';

/** A result row: plain values by column name. Integers are numbers, absent values null, nothing of the engine's own classes. */
export type Row = Readonly<Record<string, unknown>>;

/** Plain values; every number in them is an integer. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Which texts a transaction has changed or removed: ids of entities (name, aliases) and of passages. */
export interface ChangedTexts {
  readonly entities: readonly string[];
  readonly passages: readonly string[];
}

/** Runs statements of one transaction, in the order of the calls; a call need not wait for the one before. */
export interface Transaction {
  run(text: string, parameters?: Parameters): Promise<readonly Row[]>;
  /** Tells an engine that keeps its full-text index by itself what to index again after the commit. Others do nothing. */
  noteChanged(texts: ChangedTexts): void;
}

/** A hit of a full-text index: our id, and a score that only compares within one answer. */
interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** All hits, up to a cap of the engine's. */
  readonly total: number;
}

/**
 * What a driver brings: an engine that runs Cypher of the portable subset, plus what the engines do differently. The verbs of
 * `GraphStore` in `lib/store/verbs` are written once, over this.
 */
export interface Engine {
  /** Whether `CREATE (a)-[:$(x[0])]->(b)` parses: one statement for all types, not one for each. */
  readonly dynamicTypes: boolean;
  /** How many rows make a batch that it stores fast. */
  readonly batchItems: number;
  /** One read statement in a transaction of its own. */
  read(text: string, parameters?: Parameters): Promise<readonly Row[]>;
  /** All of `work` in one write transaction: committed when it resolves, rolled back when it throws, tried again when the engine calls the failure retriable. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Entities by name and aliases: prefix, typos and accents forgiven; best first. */
  searchEntities(text: string, limit: number): Promise<Hits>;
  /** Passages by full text; best first. */
  searchPassages(text: string, limit: number): Promise<Hits>;
  schema(): Promise<SchemaOverview>;
  cypher(request: CypherRequest): AsyncIterable<CypherEvent>;
  close(): Promise<void>;
}
