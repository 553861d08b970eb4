/** Nodes and relationships of Neo4j as JSON Lines, as `apoc.export.json` writes them. */
import { peekJson, type JsonPeek } from '../../json/peek-json';
import { isApocRecord, readApoc } from './read-apoc';
import { openExport } from '../../extracted/open-export';
import type { ExportedGraph } from '../../extracted/read-built-graph';
import type { JsonLayout } from '../../json/read-json';
import { toOwnPieces } from './own-graph-pieces';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { surveyOwnGraph } from './survey-own-graph';
import type { FileSample } from '../../bytes/take-sample';
import { noteTally } from '../../rows/tally';

export const apocJson: Format = {
  name: 'apoc-json',
  title: 'a graph of Neo4j as JSON',
  recognises: recognisedBy(
    'its records are nodes and relationships as Neo4j exports them',
    (sample) => findLayout(sample) !== undefined,
  ),
  open: async (sample, options) => {
    const { meter } = options;
    const { path: file, name, text } = sample;
    const layout = findLayout(sample) ?? 'lines';
    const own = layout === 'lines' && OWN.test(text) ? await surveyOwnGraph(file) : undefined;
    if (own) {
      return {
        files: [file],
        notices: () => noteTally('Not read from the graph', own.others),
        pieces: () => toOwnPieces(own, file, meter),
      };
    }
    const records: ExportedGraph['records'] = (reading, counted) =>
      readApoc({ file, layout }, reading, counted);
    return await openExport({ file, name, records }, options);
  },
};

/** Whether the beginning may be that of a graph of ours. */
const OWN = /"labels"\s*:\s*\[[^\]]*"(?:Entity|RelationType|Evidence|Passage|Document|Store|Load|Alias)"/u;
const LOOKS_LIKE = /^\s*\{(?=.*"type"\s*:\s*"(?:node|relationship)")(?=.*"(?:labels|start)"\s*:)/u;
/** The lists of an export that is one object. */
const LISTS = ['nodes', 'rels', 'relationships'];

function firstOf({ layout, values, members }: JsonPeek): unknown {
  return layout === 'members' ? LISTS.flatMap((name) => members.get(name) ?? [])[0] : values[0];
}

/**
 * Tells how the file holds the records: on lines, in a list, or in lists of one object; undefined
 * when it holds none.
 */
function findLayout(sample: FileSample): JsonLayout | undefined {
  if (sample.isFolder) return undefined;
  const peek = peekJson(sample);
  if (peek && isApocRecord(firstOf(peek))) return peek.layout;
  // A record that is longer than the sample is told by what it has.
  const line = sample.text.split(/\r\n?|\n/u, 1)[0] ?? '';
  return LOOKS_LIKE.test(line) && line.length === sample.text.length ? 'lines' : undefined;
}
