import { toGraphPieces } from '../graph-files/graph-pieces';
import type { OpenOptions, Source } from '../source';
import { openIfBuilt, type ExportedGraph } from './read-built-graph';

/**
 * Opens an export of a database: as a graph that a tool has built from texts where it is one, and otherwise as the nodes and edges that it is.
 *
 * @throws the file system's errors
 */
export async function openExport(graph: ExportedGraph, options: OpenOptions): Promise<Source> {
  const { file, name, records } = graph;
  const { fallbackTypes, meter } = options;
  const built = await openIfBuilt(graph, options);
  if (built) return built;
  const plain = toGraphPieces({
    dataset: name,
    knownTypes: fallbackTypes,
    records: (reading) => records(reading, reading === 'edges' ? meter : undefined),
  });
  return {
    files: [file],
    notices: () => plain.notices(),
    pieces: () => plain.pieces(),
  };
}
