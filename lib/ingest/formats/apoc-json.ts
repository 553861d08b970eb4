/** Nodes and relationships of Neo4j as JSON Lines, as `apoc.export.json` writes them. */
import { parseApoc, readApoc } from '../read-apoc';
import { toGraphPieces } from '../graph-pieces';
import { toOwnPieces } from '../own-graph-pieces';
import type { Format } from '../source';
import { surveyOwnGraph } from '../survey-own-graph';
import { noteTally } from '../tally';

export const apocJson: Format = {
  name: 'apoc-json',
  title: 'a graph of Neo4j as JSON',
  recognises: ({ isFolder, text }) => !isFolder && beginsWithRecord(text),
  open: async ({ path: file, name, text }, { fallbackTypes, meter }) => {
    const own = OWN.test(text) ? await surveyOwnGraph(file) : undefined;
    if (own) {
      return {
        files: [file],
        notices: () => noteTally('Not read of the graph', own.others),
        pieces: () => toOwnPieces(own, file, meter),
      };
    }
    const graph = toGraphPieces({
      dataset: name,
      knownTypes: fallbackTypes,
      records: (reading) => readApoc(file, reading, reading === 'edges' ? meter : undefined),
    });
    return {
      files: [file],
      notices: () => graph.notices(),
      pieces: () => graph.pieces(),
    };
  },
};

/** Whether the beginning may be that of a graph of ours. */
const OWN = /"labels"\s*:\s*\[[^\]]*"(?:Entity|RelationType|Evidence|Passage|Document|Store|Load|Alias)"/u;
const LOOKS_LIKE = /^\s*\{(?=.*"type"\s*:\s*"(?:node|relationship)")(?=.*"(?:labels|start)"\s*:)/u;

/** A record that is longer than the sample is told by what it has. */
function beginsWithRecord(text: string): boolean {
  const line = text.split(/\r\n?|\n/u).find((each) => each.trim() !== '') ?? '';
  return LOOKS_LIKE.test(line) && (line.length === text.length || parseApoc(line).kind !== 'refused');
}
