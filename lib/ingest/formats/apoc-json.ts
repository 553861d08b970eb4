/** Nodes and relationships of Neo4j as JSON Lines, as `apoc.export.json` writes them. */
import path from 'node:path';

import { parseApoc, readApoc } from '../read-apoc';
import { toGraphPieces } from '../graph-pieces';
import type { Format } from '../source';

export const apocJson: Format = {
  name: 'apoc-json',
  title: 'a graph of Neo4j as JSON',
  recognises: ({ isFolder, text }) => !isFolder && beginsWithRecord(text),
  open: ({ path: file, name }, { fallbackTypes, meter }) => {
    const graph = toGraphPieces({
      dataset: path.basename(name, path.extname(name)),
      knownTypes: fallbackTypes,
      records: (reading) => readApoc(file, reading, reading === 'edges' ? meter : undefined),
    });
    return Promise.resolve({
      files: [file],
      notices: () => graph.notices(),
      pieces: () => graph.pieces(),
    });
  },
};

const LOOKS_LIKE = /^\s*\{(?=.*"type"\s*:\s*"(?:node|relationship)")(?=.*"(?:labels|start)"\s*:)/u;

/** A record that is longer than the sample is told by what it has. */
function beginsWithRecord(text: string): boolean {
  const line = text.split(/\r\n?|\n/u).find((each) => each.trim() !== '') ?? '';
  return LOOKS_LIKE.test(line) && (line.length === text.length || parseApoc(line).kind !== 'refused');
}
