import type { CypherEvent } from '@/lib/model/cypher-event';
import type { SchemaOverview } from '@/lib/model/schema-overview';

import type { CypherRequest } from './types';

/** A result row: plain values by column name. Integers are numbers, absent values null, nothing of the engine's own classes. */
export type Row = Readonly<Record<string, unknown>>;
export type Parameters = Readonly<Record<string, unknown>>;

/** Runs statements of one transaction, in order. */
export interface Transaction {
  run(text: string, parameters?: Parameters): Promise<readonly Row[]>;
}

/** A hit of a full-text index: our id, and a score that only compares within one answer. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/**
 * What a driver brings: an engine that runs Cypher of the portable subset, plus what the engines do differently. The verbs of
 * `GraphStore` in `lib/store/verbs` are written once, over this.
 */
export interface Engine {
  /** One read statement in a transaction of its own. */
  read(text: string, parameters?: Parameters): Promise<readonly Row[]>;
  /** All of `work` in one write transaction: committed when it resolves, rolled back when it throws, tried again when the engine calls the failure retriable. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Entities by name and aliases: prefix, typos and accents forgiven; best first. `total` counts all hits, up to a cap. */
  searchEntities(text: string, limit: number): Promise<{ hits: readonly Hit[]; total: number }>;
  /** Passages by full text; best first. */
  searchPassages(text: string, limit: number): Promise<{ hits: readonly Hit[]; total: number }>;
  schema(): Promise<SchemaOverview>;
  cypher(request: CypherRequest): AsyncIterable<CypherEvent>;
  close(): Promise<void>;
}
