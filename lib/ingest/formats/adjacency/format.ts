/** Adjacency lists as networkx writes them in JSON: the nodes, and for each in turn those that it is joined with. */
import { openFoundGraph, type FoundDialect, type FoundValue } from '../../graph-files/found-graph';
import { toAttributes, toNode } from '../../graph-files/json-graph';
import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, isRecord, toText } from '../../json/json-value';
import { peekFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

const PLACES = [['directed'], ['multigraph'], ['nodes', '*'], ['adjacency', '*', '*']];
const OF_EDGE = new Set(['id', 'key']);

export const adjacency: Format = {
  name: 'adjacency',
  title: 'a graph as JSON, by nodes and whom each is joined with',
  recognises: recognisedBy('it has nodes and their adjacency', (sample) => {
    const isNamed = /"adjacency"\s*:\s*\[/u.test(sample.text);
    return (
      isNamed && peekFound(sample, PLACES).some(({ path }) => path[0] === 'adjacency' || path[0] === 'nodes')
    );
  }),
  open: (sample, options) => openFoundGraph(sample, dialect, options),
};

const dialect: FoundDialect = {
  places: PLACES,
  begin: ({ unknownKinds }) => {
    const settings = { isDirected: true, counted: [] };
    const ids: string[] = [];
    /** Edges without direction stand at both their ends. */
    const seen = new Set<string>();
    return {
      take: (found: FoundValue): readonly GraphRecord[] => {
        const { value, path, file } = found;
        const [list, at] = path;
        if (list === 'directed') settings.isDirected = value !== false;
        if (list === 'nodes') {
          const node = toNode(file, found, { settings, unknownKinds });
          ids.push(node.kind === 'node' ? node.id : '');
          return [node];
        }
        if (list !== 'adjacency' || typeof at !== 'number') return [];
        const edge = toEdge(found, ids[at] ?? '', settings.isDirected);
        return isRepeated(edge, seen) ? [] : [edge];
      },
    };
  },
};

/** Whether it is an edge without direction that has been there, from its other end. */
function isRepeated(edge: GraphRecord, seen: Set<string>): boolean {
  if (edge.kind !== 'edge' || edge.isDirected) return false;
  const said = JSON.stringify([edge.type, ...edge.attributes]);
  if (seen.delete(JSON.stringify([edge.target, edge.source, said]))) return true;
  if (edge.source !== edge.target) seen.add(JSON.stringify([edge.source, edge.target, said]));
  return false;
}

function toEdge({ value, file, line, raw }: FoundValue, source: string, isDirected: boolean): GraphRecord {
  const place = { file, line, raw };
  if (!isRecord(value))
    return { ...place, kind: 'refused', reason: 'the neighbour is not an object; write one with an id' };
  const target = toText(fieldOf(value, 'id')) ?? '';
  return { ...place, kind: 'edge', source, target, isDirected, attributes: toAttributes(value, OF_EDGE) };
}
