import type { OpenOptions, Piece, Source } from '../source';
import type { Builder } from './builders';
import type { BuiltGraph } from './built-graph';
import { createExtractedPieces } from './extracted-pieces';
import { fromBuiltGraph, type FromBuiltGraph } from './from-built-graph';

/** Files that hold a graph which a tool has built from texts. */
export interface BuiltFile {
  /** Those that are read; the first is cited where there is no text. */
  readonly files: readonly string[];
  readonly dataset: string;
  readonly citedFile?: string | undefined;
  readonly builder: Builder;
  /** Reads it into memory. */
  readonly read: () => Promise<BuiltGraph & { readonly rejects: readonly Piece[] }>;
}

/** Opens a graph that a tool has built from texts; it is held in memory while it is read, and let go between. */
export function openBuiltGraph(
  { files, dataset, builder, read, citedFile }: BuiltFile,
  { fallbackTypes }: OpenOptions,
): Source {
  const extracted = createExtractedPieces(dataset, fallbackTypes);
  let built: FromBuiltGraph | undefined;
  return {
    dataset,
    files,
    citedFile,
    notices: () => [...(built?.notices() ?? []), ...extracted.notices()],
    pieces: async function* () {
      const graph = await read();
      built = fromBuiltGraph(graph, builder);
      yield graph.rejects;
      yield* extracted.pieces(built.graph);
    },
  };
}
