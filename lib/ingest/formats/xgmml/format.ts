/** XGMML, as Cytoscape writes it: nodes and edges with labels, and `att` elements for what else is said of them. */
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { isRoot, openXmlGraph, toRaw, type XmlDialect, type XmlRecord } from '../../graph-files/xml-graph';

export const xgmml: Format = {
  name: 'xgmml',
  title: 'an XGMML graph',
  recognises: recognisedBy(
    'its root element is graph, with nodes that have ids',
    (sample) =>
      isRoot(sample, 'graph') && /<(?:\w+:)?(?:node|edge)\s[^>]*?(?:\bid|\bsource)\s*=/u.test(sample.text),
  ),
  open: (sample, options) => Promise.resolve(openXmlGraph(sample, xgmmlDialect, options)),
};

type Xml = ReadonlyMap<string, string>;

/** A node or an edge whose element is open. */
interface OpenElement {
  readonly name: string;
  readonly own: Xml;
  readonly line: number;
  readonly values: Map<string, string[]>;
}

const INTERACTIONS = ['interaction', 'shared interaction'];
/** What Cytoscape writes of every element, and says nothing. */
const OWN = new Set([
  'canonicalName',
  'shared name',
  'shared interaction',
  'selected',
  'SUID',
  '__groupNodes',
]);
const OF_EDGE = new Set([...OWN, ...INTERACTIONS]);
const STRUCTURE = new Set(['graph', 'node', 'edge', 'att', 'graphics']);

const xgmmlDialect: XmlDialect = (untold, reading) => {
  const open: OpenElement[] = [];
  /** The labels of nodes by their ids: edges may be called after them. */
  const labels = new Map<string, string>();
  let isDirected = false;
  let graphics = 0;

  function enter(name: string, own: Xml, line: number): void {
    if (name === 'graphics') graphics += 1;
    else if (name === 'node' || name === 'edge') open.push({ name, own, line, values: new Map() });
    else if (name === 'graph' && open.length === 0) isDirected = own.get('directed') === '1';
    else if (name === 'att' && graphics === 0) addValue(own, open.at(-1));
    else if (!STRUCTURE.has(name)) untold.add(name);
  }

  function leave(name: string): readonly XmlRecord[] {
    if (name === 'graphics') graphics -= 1;
    if (open.at(-1)?.name !== name) return [];
    const element = open.pop();
    if (!element) return [];
    if (name === 'node') labels.set(element.own.get('id') ?? '', element.own.get('label') ?? '');
    if ((reading === 'nodes') !== (name === 'node')) return [];
    return [name === 'node' ? toNode(element) : toEdge(element, { isDirected, labels })];
  }

  return (event) => {
    if (event.kind === 'open') enter(event.name, event.attributes, event.line);
    else if (event.kind === 'close') return leave(event.name);
    return [];
  };
};

/** A list is an `att` with others of its name in it. */
function addValue(own: Xml, holder: OpenElement | undefined): void {
  const [name = '', value = ''] = [own.get('name'), own.get('value')];
  if (holder && value.trim() !== '') holder.values.set(name, [...(holder.values.get(name) ?? []), value]);
}

function toNode({ own, line, values }: OpenElement): XmlRecord {
  const id = own.get('id') ?? '';
  const attributes = new Map([...values].filter(([name]) => !OWN.has(name)));
  return { kind: 'node', id, label: own.get('label'), attributes, line, raw: toRaw('node', own) };
}

interface Surroundings {
  readonly isDirected: boolean;
  readonly labels: ReadonlyMap<string, string>;
}

function toEdge({ own, line, values }: OpenElement, { isDirected, labels }: Surroundings): XmlRecord {
  const [source = '', target = ''] = [own.get('source'), own.get('target')];
  const label = own.get('label') ?? '';
  const interaction = INTERACTIONS.flatMap((name) => values.get(name) ?? [])[0];
  const type = interaction ?? findWithin(label, labels.get(source) ?? source, labels.get(target) ?? target);
  const attributes = new Map([...values].filter(([name]) => !OF_EDGE.has(name)));
  if (type !== undefined) attributes.delete('name');
  else if (label !== '') attributes.set('label', [label]);
  const hasDirection = findDirection(own) ?? isDirected;
  return {
    kind: 'edge',
    source,
    target,
    type,
    isDirected: hasDirection,
    attributes,
    line,
    raw: toRaw('edge', own),
  };
}

function findDirection(own: Xml): boolean | undefined {
  const direction = own.get('cy:directed') ?? own.get('directed');
  return direction === undefined ? undefined : direction === '1';
}

/** Cytoscape calls edges "Ana (praised) Bo". */
function findWithin(label: string, source: string, target: string): string | undefined {
  const [before, after] = [`${source} (`, `) ${target}`];
  if (!label.startsWith(before) || !label.endsWith(after)) return undefined;
  const within = label.slice(before.length, label.length - after.length).trim();
  return within === '' ? undefined : within;
}
