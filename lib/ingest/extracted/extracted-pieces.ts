/** From what language models extract to pieces: entities, then the chunks as passages with the names in them marked, then the relations. */
import type { RelationType } from '@/lib/model/relation-type';

import type { Piece } from '../source';
import { createLooseMarker } from '../spans/mark-loosely';
import { createChunkPieces } from './chunk-pieces';
import { createExtractedEntities } from './extracted-entities';
import type { ExtractedGraph } from './extracted-graph';
import { createRelationRows } from './relation-rows';

const PART = 1000;

export interface ExtractedPieces {
  /** @param graph - the graph, read anew */
  pieces(graph: ExtractedGraph): AsyncIterable<readonly Piece[]>;
  /** Sentences about the last time that the pieces were read. */
  notices(): readonly string[];
}

/**
 * Makes pieces of extracted graphs. A relation is a row for each chunk that it was read in; one whose chunks are not there cites its
 * file. What is held in memory grows with the entities, the relations and the number of chunks; of the texts only those are held in which
 * relations quote words.
 *
 * @param dataset - the dataset's name, within which names and keys mean something
 * @param knownTypes - the types that are known already
 */
export function createExtractedPieces(dataset: string, knownTypes: readonly RelationType[]): ExtractedPieces {
  let notices: readonly (() => readonly string[])[] = [];

  async function* read(graph: ExtractedGraph): AsyncGenerator<readonly Piece[]> {
    const entities = createExtractedEntities(dataset);
    notices = [entities.notices];
    yield* inParts(graph.entities, entities.toPieces);
    yield* inParts(graph.relations, entities.toEndPieces);
    const mark = createLooseMarker(entities.all());
    const chunks = createChunkPieces({ dataset, relations: graph.relations, mark });
    const rows = createRelationRows({ dataset, entities, chunks, knownTypes });
    notices = [entities.notices, chunks.notices, rows.notices];
    for await (const part of graph.chunks())
      yield part.flatMap((chunk) => chunks.toPieces(chunk, entities.namedIn(chunk.key)));
    yield* inParts(graph.relations, rows.toPieces);
  }

  return { pieces: read, notices: () => notices.flatMap((each) => each()) };
}

function* inParts<T>(
  values: readonly T[],
  toPieces: (value: T) => readonly Piece[],
): Generator<readonly Piece[]> {
  for (let start = 0; start < values.length; start += PART)
    yield values.slice(start, start + PART).flatMap(toPieces);
}
