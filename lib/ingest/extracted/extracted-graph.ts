/** What language models extract from texts, whatever a tool calls it: entities and relations, and the chunks of documents they were read in. */
import type { EntityId } from '@/lib/model/ids';

import type { SourceRow } from '../source';

interface Place {
  readonly file: string;
  readonly line: number;
  /** What stands there, for the rejects. */
  readonly raw: string;
}

export interface ExtractedEntity extends Place {
  /** By which relations name it, within its graph. */
  readonly key: string;
  readonly name: string;
  /** What the graph calls its class, the most telling first. */
  readonly kinds: readonly string[];
  readonly aliases?: readonly string[] | undefined;
  readonly description?: string | undefined;
  /** Where else it is described: an address. */
  readonly sameAs?: string | undefined;
  /** Its id, where it has one that means the same in every file. */
  readonly id?: EntityId | undefined;
  /** The chunks that name it. */
  readonly chunks: readonly string[];
}

/** A chunk that a relation was read in, and what the extractor wrote of the relation there. */
export interface ExtractedEvidence {
  readonly chunk: string;
  readonly statement?: string | undefined;
  readonly grade?: SourceRow['grade'];
  /** Who says it there, where that is not the author. */
  readonly attributedTo?: string | undefined;
  /** Words of the chunk that say it. */
  readonly quote?: string | undefined;
}

export interface ExtractedRelation extends Place {
  readonly source: string;
  readonly target: string;
  /** What the relation is called; "related to" where the graph says only that there is one. */
  readonly type?: string | undefined;
  readonly isDirected: boolean;
  readonly evidence: readonly ExtractedEvidence[];
  /** The documents that it was read in, where the graph has no texts. */
  readonly documents?: readonly ExtractedDocument[] | undefined;
  /** What the extractor wrote, where it does not say in which chunk. */
  readonly statement?: string | undefined;
  /** Other cells of the row: dates, stance, modality … */
  readonly cells?: ReadonlyMap<string, string> | undefined;
}

export interface ExtractedDocument {
  readonly key: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly note?: string | undefined;
}

export interface ExtractedChunk extends Omit<Place, 'raw'> {
  readonly key: string;
  readonly text: string;
  /** The documents that it stands in; none where the graph does not say. */
  readonly documents: readonly ExtractedDocument[];
  /** Its number in its document, counted from 1. */
  readonly index?: number | undefined;
}

/** A graph and its texts. The graph is held in memory, some hundreds of bytes for each entity and relation; the texts are not. */
export interface ExtractedGraph {
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  /** Reads the chunks from the beginning. */
  chunks(): AsyncIterable<readonly ExtractedChunk[]>;
}
