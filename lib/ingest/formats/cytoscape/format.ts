/** Graphs of Cytoscape and Cytoscape.js: elements in a list, in a list of the document, or in lists of nodes and of edges. */
import { openFoundGraph, type FoundDialect, type FoundValue } from '../../graph-files/found-graph';
import { toEdge, toNode } from '../../graph-files/json-graph';
import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, firstFieldOf, isRecord, toText, type JsonRecord } from '../../json/json-value';
import { peekFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

const PLACES = [['*'], ['elements', '*'], ['elements', 'nodes', '*'], ['elements', 'edges', '*']];
/** Members of an element that say how it is drawn, or nothing. */
const FRAME = new Set(
  ['data', 'group', 'position', 'selected', 'selectable', 'locked', 'grabbable'].concat([
    'grabbed',
    'pannable',
    'removed',
    'renderedPosition',
    'classes',
    'style',
    'scratch',
  ]),
);
/** Members of the data that only tell elements apart, or repeat their names. */
const OF_DATA = [
  'id',
  'SUID',
  'selected',
  'shared_name',
  'shared name',
  'shared_interaction',
  'shared interaction',
];
const NAMES = ['name', 'shared_name', 'shared name'];
/** What Cytoscape calls the relation of an edge. */
const INTERACTIONS = ['interaction', 'shared_interaction', 'shared interaction'];

export const cytoscape: Format = {
  name: 'cytoscape',
  title: 'a graph of Cytoscape',
  recognises: recognisedBy('its elements have data with ids, as those of Cytoscape', (sample) => {
    const found = peekFound(sample, PLACES);
    return found.some(({ path, value }) => isElement(value) && path.length <= 3);
  }),
  open: (sample, options) => openFoundGraph(sample, dialect, options),
};

function isElement(value: unknown): boolean {
  if (!isRecord(value) || !Object.keys(value).every((name) => FRAME.has(name))) return false;
  const data = fieldOf(value, 'data');
  return isRecord(data) && (firstFieldOf(data, ['id']) !== undefined || isEdge(data));
}

function isEdge(data: JsonRecord): boolean {
  return ['source', 'target'].every((name) => Object.hasOwn(data, name));
}

const dialect: FoundDialect = {
  places: PLACES,
  begin: ({ untold, unknownKinds }) => {
    const settings = { isDirected: true, counted: [] };
    return {
      take: (found: FoundValue): readonly GraphRecord[] => {
        const { value, file, path } = found;
        const data = isRecord(value) ? fieldOf(value, 'data') : undefined;
        // The document itself may have lists of other names at its top.
        if (!isRecord(data)) return path.length === 1 && !isRecord(value) ? [] : [toRefused(found)];
        if (isRecord(value) && Object.hasOwn(value, 'classes')) untold.add('classes');
        if (isEdge(data)) return [toRelation(toEdge(file, { ...found, value: data }, settings), data)];
        const own = dropFrame(data);
        const node = toNode(file, { ...found, value: own }, { settings, unknownKinds });
        return [{ ...node, ...(node.kind === 'node' && { label: toText(fieldOf(data, 'label')) }) }];
      },
    };
  },
};

/** The node's id stays; what repeats its name goes, unless it is all that names it. */
function dropFrame(data: JsonRecord): JsonRecord {
  const name = firstFieldOf(data, NAMES);
  const rest = Object.entries(data).filter(([key]) => key === 'id' || !OF_DATA.includes(key));
  return { ...Object.fromEntries(rest), ...(name !== undefined && { name }) };
}

/** The name that Cytoscape gives an edge, "A (praised) B", repeats what else is there. */
function toRelation(edge: GraphRecord, data: JsonRecord): GraphRecord {
  if (edge.kind !== 'edge') return edge;
  const type = toText(firstFieldOf(data, INTERACTIONS));
  const attributes = new Map(edge.attributes);
  for (const name of OF_DATA) attributes.delete(name);
  if (type !== undefined) for (const name of ['name', ...INTERACTIONS]) attributes.delete(name);
  return { ...edge, type, attributes };
}

function toRefused({ file, line, raw }: FoundValue): GraphRecord {
  return { kind: 'refused', file, line, raw, reason: 'the element has no data; write one with an id' };
}
