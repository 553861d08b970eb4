/** CX 1: nodes and edges, and in lists of their own what is said of each. All of it is held in memory, since the lists come in any order. */
import type { FoundReader, FoundTallies, FoundValue } from '../../graph-files/found-graph';
import { toAttributes } from '../../graph-files/json-graph';
import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';
import type { Attributes } from '../../names/read-attributes';

export const FIRST_ASPECTS = ['nodes', 'edges', 'nodeAttributes', 'edgeAttributes'].concat([
  'citations',
  'edgeCitations',
  'supports',
  'edgeSupports',
]);

type Values = Map<string, readonly string[]>;

/** What an edge cites: a title and an address, or words as well. */
type Cited = readonly (readonly [name: string, value: string | undefined])[];

interface Aspects {
  readonly nodes: FoundValue[];
  readonly edges: FoundValue[];
  /** By the id of what they belong to. */
  readonly nodeAttributes: Map<string, Values>;
  readonly edgeAttributes: Map<string, Values>;
  /** By their own ids. */
  readonly citations: Map<string, JsonRecord>;
  readonly supports: Map<string, JsonRecord>;
  /** By the id of the edge. */
  readonly edgeCitations: Map<string, readonly string[]>;
  readonly edgeSupports: Map<string, readonly string[]>;
}

const ADDRESS = /^https?:\/\//iu;
const NO_FRAME: ReadonlySet<string> = new Set();
/** What Cytoscape keeps twice, or what only says how the nodes and edges were made. */
const REPEATED = new Set(['shared name', 'shared interaction', 'SUID', 'selected']);

export function createFirstReader({ untold }: FoundTallies): FoundReader {
  const aspects: Aspects = {
    ...{ nodes: [], edges: [], nodeAttributes: new Map(), edgeAttributes: new Map() },
    ...{ citations: new Map(), supports: new Map(), edgeCitations: new Map(), edgeSupports: new Map() },
  };
  return {
    take: (found: FoundValue) => {
      if (!isRecord(found.value)) return [toRefused(found)];
      hold(found, found.value, aspects);
      return [];
    },
    finish: () => {
      for (const { value } of aspects.nodes)
        if (isRecord(value) && Object.hasOwn(value, 'r')) untold.add('r');
      return [
        ...aspects.nodes.map((found) => toNode(found, aspects)),
        ...aspects.edges.flatMap((found) => toEdges(found, aspects)),
      ];
    },
  };
}

function hold(found: FoundValue, value: JsonRecord, aspects: Aspects): void {
  const [, aspect] = found.path;
  if (aspect === 'nodes' || aspect === 'edges') aspects[aspect].push(found);
  if (aspect === 'nodeAttributes' || aspect === 'edgeAttributes') addAttribute(value, aspects[aspect]);
  if (aspect === 'citations' || aspect === 'supports') aspects[aspect].set(idOf(value), value);
  if (aspect === 'edgeCitations' || aspect === 'edgeSupports')
    addCited(value, aspect === 'edgeCitations' ? 'citations' : 'supports', aspects[aspect]);
}

function addAttribute(value: JsonRecord, held: Map<string, Values>): void {
  const name = toText(fieldOf(value, 'n')) ?? '';
  if (REPEATED.has(name)) return;
  const texts = toAttributes({ v: fieldOf(value, 'v') }, NO_FRAME).get('v') ?? [];
  for (const id of idsOf(value, 'po')) {
    const values = held.get(id) ?? new Map<string, readonly string[]>();
    held.set(id, values.set(name, texts));
  }
}

function addCited(value: JsonRecord, member: string, held: Map<string, readonly string[]>): void {
  const cited = idsOf(value, member);
  for (const id of idsOf(value, 'po')) held.set(id, [...(held.get(id) ?? []), ...cited]);
}

/** One id, or a list of them. */
function idsOf(value: JsonRecord, member: string): readonly string[] {
  const given = fieldOf(value, member);
  return (Array.isArray(given) ? toList(given) : [given]).flatMap((each) => toText(each) ?? []);
}

function idOf(value: JsonRecord): string {
  return toText(fieldOf(value, '@id')) ?? '';
}

function toNode({ value, file, line, raw }: FoundValue, { nodeAttributes }: Aspects): GraphRecord {
  const record = isRecord(value) ? value : {};
  const id = idOf(record);
  const attributes: Attributes = nodeAttributes.get(id) ?? new Map();
  return { kind: 'node', file, line, raw, id, label: toText(fieldOf(record, 'n')), attributes };
}

/** An edge is said once for each that it cites. */
function toEdges({ value, file, line, raw }: FoundValue, aspects: Aspects): readonly GraphRecord[] {
  const record = isRecord(value) ? value : {};
  const id = idOf(record);
  const own = new Map(aspects.edgeAttributes.get(id));
  const type = toText(fieldOf(record, 'i')) ?? own.get('interaction')?.[0];
  if (type !== undefined) for (const name of ['interaction', 'name']) own.delete(name);
  const [source, target] = [toText(fieldOf(record, 's')) ?? '', toText(fieldOf(record, 't')) ?? ''];
  const cited = listCited(id, aspects);
  return (cited.length === 0 ? [[]] : cited).map((each) => ({
    ...{ kind: 'edge' as const, file, line, raw, source, target, type, isDirected: true },
    attributes: addAll(own, each),
  }));
}

function addAll(own: Attributes, cited: Cited): Attributes {
  const full = cited.flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]] as const]));
  return new Map([...own, ...full]);
}

/** The words that support an edge with where they stand, and what else it cites. */
function listCited(id: string, aspects: Aspects): readonly Cited[] {
  const supports = (aspects.edgeSupports.get(id) ?? [])
    .map((each) => aspects.supports.get(each))
    .filter((each) => each !== undefined);
  const supported = supports.flatMap((support) => toText(fieldOf(support, 'citation')) ?? []);
  const rest = (aspects.edgeCitations.get(id) ?? []).filter((each) => !supported.includes(each));
  return [
    ...supports.map((support): Cited => [
      ['quote', toText(fieldOf(support, 'text'))],
      ...toCited(aspects.citations.get(toText(fieldOf(support, 'citation')) ?? '')),
    ]),
    ...[...new Set(rest)]
      .map((each) => toCited(aspects.citations.get(each)))
      .filter((each) => each.length > 0),
  ];
}

function toCited(citation: JsonRecord | undefined): Cited {
  if (citation === undefined) return [];
  const identifier = toText(fieldOf(citation, 'dc:identifier'));
  const isAddress = identifier !== undefined && ADDRESS.test(identifier);
  return [
    ['sourcetitle', toText(fieldOf(citation, 'dc:title')) ?? identifier],
    ['url', isAddress ? identifier : undefined],
  ];
}

function toRefused({ file, line, raw }: FoundValue): GraphRecord {
  return { kind: 'refused', file, line, raw, reason: 'this is not an object, as everything in CX is' };
}
