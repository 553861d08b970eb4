import { createTally, noteTally, type Tally } from '../rows/tally';
import type { OpenOptions, Piece, Source } from '../source';
import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from './extracted-graph';
import { createExtractedPieces } from './extracted-pieces';

/** A graph in memory, texts and all: some 100 MB of them at most are fit. */
export interface HeldGraph {
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  readonly chunks: readonly ExtractedChunk[];
  readonly rejects: readonly Piece[];
  /** What a person should know of this reading, in sentences. */
  readonly notices?: readonly string[] | undefined;
}

/** Files with a graph that is read whole. */
export interface HeldFiles {
  readonly dataset: string;
  readonly files: readonly string[];
  /** Sentences that are known before anything is read. */
  readonly notes?: readonly string[] | undefined;
  /** @param unread - where attributes that are not read are counted */
  readonly read: (unread: Tally) => Promise<HeldGraph>;
}

/** Opens a graph that is held in memory while it is read, and let go between. */
export function openExtracted(
  { dataset, files, notes = [], read }: HeldFiles,
  { fallbackTypes }: OpenOptions,
): Source {
  const extracted = createExtractedPieces(dataset, fallbackTypes);
  let unread = createTally();
  let told: readonly string[] = [];
  return {
    dataset,
    files,
    notices: () => [
      ...notes,
      ...told,
      ...extracted.notices(),
      ...noteTally('Not read from the graph', unread),
    ],
    pieces: async function* () {
      unread = createTally();
      const { chunks, rejects, notices = [], ...graph } = await read(unread);
      told = notices;
      yield rejects;
      const readChunks = async function* () {
        yield await Promise.resolve(chunks);
      };
      yield* extracted.pieces({ ...graph, chunks: readChunks });
    },
  };
}
