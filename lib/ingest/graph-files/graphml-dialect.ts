/** GraphML, as yEd, NetworkX, igraph, Gephi and Neo4j write it: keys, data, nested graphs, labels that yEd draws. */
import { addValue, createGraphmlKeys } from './graphml-keys';
import type { Tally } from '../rows/tally';
import { toRaw, type XmlDialect, type XmlRecord } from './xml-graph';

type Xml = ReadonlyMap<string, string>;

/** A node or an edge whose element is open. */
interface OpenElement {
  readonly name: string;
  readonly own: Xml;
  readonly line: number;
  readonly values: Map<string, string[]>;
  /** What yEd draws beside it. */
  label: string;
}

/** Where text belongs while an element is open. */
interface Target {
  readonly element: string;
  readonly add: (text: string) => void;
  text: string;
}

const HOLDERS = new Set(['node', 'edge', 'hyperedge']);
const STRUCTURE = new Set(['graphml', 'key', 'default', 'graph', 'data', 'desc', 'endpoint']);
const DRAWN_LABELS = new Set(['NodeLabel', 'EdgeLabel']);
const HYPEREDGE =
  'an edge that joins more than two nodes is not a relation; write an edge for each pair, or a node for the whole with an edge to each';

export const graphmlDialect: XmlDialect = (untold, reading) => {
  const keys = createGraphmlKeys();
  const open: OpenElement[] = [];
  const directed: boolean[] = [];
  let target: Target | undefined;

  function enterGraph(own: Xml): void {
    if (open.length > 0) untold.add('graphs in nodes');
    directed.push(own.get('edgedefault') !== 'undirected');
  }

  function toTarget(name: string, own: Xml): Target | undefined {
    const holder = open.at(-1);
    if (name === 'default') return { element: name, add: keys.setDefault, text: '' };
    if (name === 'data') {
      const attribute = keys.nameOf(own.get('key') ?? '');
      const tell = (text: string): void => {
        if (text.trim() !== '') untold.add(`${attribute} of the graph`);
      };
      return {
        element: name,
        add: holder
          ? (text) => {
              addValue(holder.values, attribute, text);
            }
          : tell,
        text: '',
      };
    }
    if (!DRAWN_LABELS.has(name) || !holder) return undefined;
    const setLabel = (text: string): void => {
      holder.label ||= text.trim();
    };
    return { element: name, add: setLabel, text: '' };
  }

  function enter(name: string, own: Xml, line: number): void {
    const next = toTarget(name, own);
    if (next) target = next;
    else if (HOLDERS.has(name)) open.push({ name, own, line, values: new Map(), label: '' });
    else if (name === 'key') keys.define(own);
    else if (name === 'graph') enterGraph(own);
    else if (!STRUCTURE.has(name)) tellOther(name, target, untold);
  }

  function leave(name: string): readonly XmlRecord[] {
    if (target?.element === name) {
      target.add(target.text);
      target = undefined;
    }
    if (name === 'graph') directed.pop();
    if (open.at(-1)?.name !== name) return [];
    const element = open.pop();
    if (!element || (reading === 'nodes') !== (name === 'node')) return [];
    keys.addDefaults(element);
    return [toRecord(element, { isDirected: directed.at(-1) ?? true, untold })];
  }

  return (event) => {
    if (event.kind === 'open') enter(event.name, event.attributes, event.line);
    else if (event.kind === 'text' && target) target.text += event.text;
    else if (event.kind === 'close') return leave(event.name);
    return [];
  };
};

/** What stands in the drawing of a node has no meaning of its own, but for its label, whose words go before how they are placed. */
function tellOther(name: string, target: Target | undefined, untold: Tally): void {
  if (target && !DRAWN_LABELS.has(target.element)) target.text = '';
  untold.add(name);
}

interface Surroundings {
  readonly isDirected: boolean;
  readonly untold: Tally;
}

function toRecord(element: OpenElement, surroundings: Surroundings): XmlRecord {
  if (element.name === 'node') return toNode(element, surroundings);
  if (element.name === 'edge') return toEdge(element, surroundings);
  return { kind: 'refused', reason: HYPEREDGE, line: element.line, raw: toRaw(element.name, element.own) };
}

function toNode({ own, line, values, label }: OpenElement, { untold }: Surroundings): XmlRecord {
  tellOthers(own, ['id', 'labels'], untold);
  // Neo4j writes them as `:Person:Politician`.
  const kinds = (own.get('labels') ?? values.get('labels')?.[0] ?? '').split(':').filter(Boolean);
  values.delete('labels');
  const drawn = label === '' ? undefined : label;
  const id = own.get('id') ?? '';
  return { kind: 'node', id, label: drawn, kinds, attributes: values, line, raw: toRaw('node', own) };
}

function toEdge({ own, line, values, label }: OpenElement, { isDirected, untold }: Surroundings): XmlRecord {
  tellOthers(own, ['id', 'source', 'target', 'directed', 'label'], untold);
  const type = own.get('label') ?? (label === '' ? undefined : label);
  const ends = { source: own.get('source') ?? '', target: own.get('target') ?? '' };
  const direction = own.get('directed');
  const hasDirection = direction === undefined ? isDirected : direction === 'true';
  return {
    kind: 'edge',
    ...ends,
    type,
    isDirected: hasDirection,
    attributes: values,
    line,
    raw: toRaw('edge', own),
  };
}

function tellOthers(own: Xml, known: readonly string[], untold: Tally): void {
  for (const name of own.keys()) if (!known.includes(name)) untold.add(name);
}
