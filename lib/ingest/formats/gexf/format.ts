/** GEXF 1.1 to 1.3, as Gephi writes it: attributes, dynamic graphs, nested nodes; what only draws (`viz`) is told and left out. */
import { createGexfAttributes } from './attributes';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import type { Tally } from '../../rows/tally';
import { isRoot, openXmlGraph, toRaw, type XmlDialect, type XmlRecord } from '../../graph-files/xml-graph';

export const gexf: Format = {
  name: 'gexf',
  title: 'a GEXF graph',
  recognises: recognisedBy('its root element is gexf', (sample) => isRoot(sample, 'gexf')),
  open: (sample, options) => Promise.resolve(openXmlGraph(sample, gexfDialect, options)),
};

type Xml = ReadonlyMap<string, string>;

/** A node or an edge whose element is open. */
interface OpenElement {
  readonly name: string;
  readonly own: Xml;
  readonly line: number;
  readonly values: Map<string, string[]>;
  readonly spells: Xml[];
}

const STRUCTURE = new Set(
  ['gexf', 'meta', 'graph', 'nodes', 'edges', 'attributes', 'attribute', 'options', 'default'].concat([
    ...['attvalues', 'attvalue', 'spells', 'spell', 'node', 'edge'],
  ]),
);
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;
const ENDLESS = /^[+-]?inf(?:inity)?$/iu;
const YEAR = /^\d{4}$/u;

const gexfDialect: XmlDialect = (untold, reading) => {
  const attributes = createGexfAttributes(untold);
  const open: OpenElement[] = [];
  let isDirected = false;

  function enter(name: string, own: Xml, line: number): void {
    if (!STRUCTURE.has(name)) untold.add(name);
    if (name === 'graph') isDirected = own.get('defaultedgetype') === 'directed';
    else if (name === 'node' || name === 'edge') {
      if (open.length > 0) untold.add('nodes in nodes');
      open.push({ name, own, line, values: new Map(), spells: [] });
    } else if (name === 'spell') open.at(-1)?.spells.push(own);
    else attributes.enter(name, own, open.at(-1));
  }

  function leave(name: string): readonly XmlRecord[] {
    attributes.leave(name);
    if (open.at(-1)?.name !== name) return [];
    const element = open.pop();
    if (element === undefined || (reading === 'nodes') !== (name === 'node')) return [];
    const all = { ...element, values: attributes.withDefaults(element) };
    return name === 'node' ? [toNode(all, untold)] : toEdges(all, { isDirected, untold });
  }

  return (event) => {
    if (event.kind === 'open') enter(event.name, event.attributes, event.line);
    else if (event.kind === 'text') attributes.addText(event.text);
    else if (event.kind === 'close') return leave(event.name);
    return [];
  };
};

function toNode({ own, line, values, spells }: OpenElement, untold: Tally): XmlRecord {
  tellOthers(own, { known: ['id', 'label', 'kind'], what: 'of a node', untold });
  if (spells.length > 0) untold.add('spells of a node');
  const [id = '', label, kind] = [own.get('id'), own.get('label'), own.get('kind')];
  const kinds = kind === undefined ? [] : [kind];
  return { kind: 'node', id, label, kinds, attributes: values, line, raw: toRaw('node', own) };
}

const EDGE_ATTRIBUTES = ['id', 'source', 'target', 'type', 'kind', 'label', 'start', 'end', 'timestamp'];

/** An edge that exists several times is as many relations, and a mutual one goes both ways. */
function toEdges(
  element: OpenElement,
  { isDirected, untold }: { isDirected: boolean; untold: Tally },
): readonly XmlRecord[] {
  const { own, line, values } = element;
  tellOthers(own, { known: EDGE_ATTRIBUTES, what: 'of an edge', untold });
  const direction = own.get('type') ?? (isDirected ? 'directed' : 'undirected');
  const [source = '', target = ''] = [own.get('source'), own.get('target')];
  const type = own.get('kind');
  const label = own.get('label');
  if (label !== undefined && label !== '') values.set('label', [...(values.get('label') ?? []), label]);
  const spells = element.spells.length > 0 ? element.spells : [own];
  const ends =
    direction === 'mutual'
      ? [[source, target] as const, [target, source] as const]
      : [[source, target] as const];
  return spells.flatMap((spell) =>
    ends.map(([from, to]) => ({
      kind: 'edge' as const,
      ...{ source: from, target: to, type, isDirected: direction !== 'undirected' },
      attributes: new Map([...values, ...toDates(spell, untold)]),
      line,
      raw: toRaw('edge', own),
    })),
  );
}

function toDates(spell: Xml, untold: Tally): readonly (readonly [string, readonly string[]])[] {
  const dates = [
    ['start', spell.get('start') ?? spell.get('timestamp')],
    ['end', spell.get('end')],
  ] as const;
  return dates.flatMap(([field, value]) => {
    if (value === undefined || value === '' || ENDLESS.test(value)) return [];
    if (!NUMBER.test(value) || YEAR.test(value)) return [[field, [value]] as const];
    untold.add('times that are numbers but not years');
    return [];
  });
}

function tellOthers(
  own: Xml,
  { known, what, untold }: { known: readonly string[]; what: string; untold: Tally },
): void {
  for (const name of own.keys()) if (!known.includes(name)) untold.add(`${name} ${what}`);
}
