import type { Batch, UpsertReport } from '@/lib/model/batch';
import type { CypherEvent } from '@/lib/model/cypher-event';
import type { DocumentDetail, DocumentList } from '@/lib/model/document-detail';
import type { EntityDetail, EntityPassages } from '@/lib/model/entity-detail';
import type { EntityName } from '@/lib/model/entity-name';
import type { Facets } from '@/lib/model/facets';
import type { Highlights } from '@/lib/model/highlights';
import type { DocumentId, EntityId, LoadId, RelationId } from '@/lib/model/ids';
import type { KnownIds } from '@/lib/model/known-ids';
import type { NameMatch } from '@/lib/model/name-match';
import type { PairRelations, RelationDetail } from '@/lib/model/relation-detail';
import type { RelationFilter } from '@/lib/model/relation-filter';
import type { SchemaOverview } from '@/lib/model/schema-overview';
import type { SearchResult } from '@/lib/model/search-result';
import type { GraphSlice, SliceQuery } from '@/lib/model/slice';
import type { StoredLoad } from '@/lib/model/stored-load';
import type { Summary } from '@/lib/model/summary';
import type { UndoReport } from '@/lib/model/undo-report';

export interface CypherLimits {
  /** Wall-clock time of the statement. */
  readonly timeoutMs: number;
  readonly maxRows: number;
  /** Bytes of the rows as JSON. */
  readonly maxBytes: number;
}

export interface UndoOptions {
  /** Ends it after the transaction at hand. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Reports progress in pieces of evidence: how many are done, and how many there were at the
   * start.
   */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A console statement that the guard has let through. `signal` ends it in the engine, not only for the caller. */
export interface CypherRequest {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly mode: 'read';
  readonly limits: CypherLimits;
  readonly signal: AbortSignal;
}

/**
 * A graph with its evidence, in whatever engine. Its meaning is the contract suite in `tests/contract`, run on each driver.
 *
 * Every verb may throw `EntenteError('unavailable')` when the engine does not answer. `find…` gives undefined for what is not there.
 */
export interface GraphStore {
  /**
   * Stores a batch in one transaction with the load's checkpoint. The same batch again changes nothing. `onSent` is called when
   * the engine has everything and only its answers are awaited: the time to prepare the next batch.
   */
  upsert(batch: Batch, onSent?: () => void): Promise<UpsertReport>;
  /**
   * Does ahead what storing a batch takes of computing, while the one before it is being stored: to be called after its `onSent`. It
   * stores nothing, asks nothing and never fails; `upsert` of the same batch takes up what still holds by then.
   */
  prepare(batch: Batch): Promise<void>;
  /** What the store remembers of a load, or undefined when there was none of this id. */
  findLoad(id: LoadId): Promise<StoredLoad | undefined>;
  /** All loads that the store remembers, the newest first. */
  loads(): Promise<readonly StoredLoad[]>;
  /** Whether a load declares one of the entities, or has said something about one or in its words. */
  concerns(load: LoadId, entities: readonly EntityId[]): Promise<boolean>;
  /**
   * Undoes a load: removes what it brought and no other load contains, in transactions that each
   * leave the graph consistent; stopped or interrupted, it can be run again. Fields that the load
   * has set on what stays are left as they are.
   * @throws `not-found` for a load that is not in the store
   */
  undo(load: LoadId, options?: UndoOptions): Promise<UndoReport>;
  /**
   * The entities that each cell may mean, by: its id; its name (in form NFC); its name but for case and accents; another name. Within
   * each of these in the order of the ids. Cells that mean nothing are left out. Where a cell may mean several, those with which the
   * `dataset` has had to do before are told.
   */
  findNames(cells: readonly string[], dataset?: string): Promise<ReadonlyMap<string, readonly NameMatch[]>>;
  /** All entities with their names, page by page, in the order of their ids. */
  entityNames(): AsyncIterable<readonly EntityName[]>;
  /** Returns those of the ids that are in the store. */
  findKnown(ids: KnownIds): Promise<KnownIds>;
  /** How many rows or other parts make a batch that this engine stores fast. */
  readonly batchItems: number;
  /** An entity with its relations that pass a filter; all of them when it is left out. */
  findEntity(id: EntityId, filter?: RelationFilter): Promise<EntityDetail | undefined>;
  findPassages(query: {
    entity: EntityId;
    cursor?: string | undefined;
    limit: number;
    filter?: RelationFilter | undefined;
  }): Promise<EntityPassages | undefined>;
  search(query: { text: string; limit: number }): Promise<SearchResult>;
  slice(query: SliceQuery): Promise<GraphSlice>;
  findRelation(id: RelationId): Promise<RelationDetail | undefined>;
  /** Every relation between two entities that passes a filter, both directions. Undefined when one of them does not exist. */
  findBetween(
    pair: { a: EntityId; b: EntityId },
    filter?: RelationFilter,
  ): Promise<PairRelations | undefined>;
  /** What passes a filter, counted by what it is; each facet under the other filters. */
  facets(filter: RelationFilter): Promise<Facets>;
  /** The pairs of the whole store that are most written about and most contested. */
  highlights(): Promise<Highlights>;
  documents(): Promise<DocumentList>;
  findDocument(id: DocumentId): Promise<DocumentDetail | undefined>;
  summary(): Promise<Summary>;
  schema(): Promise<SchemaOverview>;
  /** Changes whenever the data changes: the seed of every ETag. */
  epoch(): Promise<string>;
  /** A number that sessions are sealed with; `endSessions` raises it, which ends them all, in every process. */
  sessionEpoch(): Promise<number>;
  endSessions(): Promise<void>;
  /**
   * Runs one statement in a read transaction that is always rolled back, and gives columns, rows and a summary. A failing statement
   * ends with one `problem` event; reaching a limit of rows or bytes ends with `truncated`, of time or memory with a `problem` of status 504 or 507.
   */
  cypher(request: CypherRequest): AsyncIterable<CypherEvent>;
  close(): Promise<void>;
}
