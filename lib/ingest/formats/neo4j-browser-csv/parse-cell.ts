/** Nodes, relationships and paths as Neo4j Browser writes them into the cells of a table. */
import { isRecord } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { toAttributes } from '../../json/to-attributes';
import type { Attributes } from '../../names/read-attributes';

export interface CellNode {
  readonly kind: 'node';
  readonly text: string;
  readonly labels: readonly string[];
  readonly attributes: Attributes;
}

interface CellRelationship {
  readonly kind: 'relationship';
  readonly type: string;
  readonly attributes: Attributes;
}

/** Nodes, and between each and the next how they are joined. */
interface CellPath {
  readonly kind: 'path';
  readonly nodes: readonly CellNode[];
  readonly steps: readonly { readonly relationship: CellRelationship; readonly isForward: boolean }[];
}

/** Properties alone, as older versions write both nodes and relationships. */
interface CellProperties {
  readonly kind: 'properties';
  readonly text: string;
  readonly attributes: Attributes;
}

type Cell = CellNode | CellRelationship | CellPath | CellProperties;

const NODE = /^\((?<labels>(?::[^:(){}\s]+)*)\s*(?:\{(?<properties>.*)\})?\)$/su;
const RELATIONSHIP = /^\[:(?<type>[^:[\]{}\s]+)\s*(?:\{(?<properties>.*)\})?\]$/su;
/** What stands between the nodes of a path: `-[:KNOWS {since: 2023}]->`, or the other way round. */
const STEP = /\)(?<before><?-)(?<relationship>\[:.*?\])(?<after>->?)\(/gsu;

/** Returns what a cell holds; nothing where it is something else. */
export function parseCell(given: string): Cell | undefined {
  const text = given.trim();
  if (text.startsWith('{')) return parseProperties(text);
  if (text.startsWith('[')) return parseRelationship(text);
  if (!text.startsWith('(')) return undefined;
  return parsePath(text) ?? parseNode(text);
}

function parseProperties(text: string): Cell | undefined {
  const parsed = parseJson(text);
  if (!('value' in parsed) || !isRecord(parsed.value)) return undefined;
  return { kind: 'properties', text, attributes: toAttributes(parsed.value) };
}

function parseNode(text: string): CellNode | undefined {
  const { labels, properties } = NODE.exec(text)?.groups ?? {};
  if (labels === undefined || text === '()') return undefined;
  return { kind: 'node', text, labels: labels.split(':').filter(Boolean), attributes: toPairs(properties) };
}

function parseRelationship(text: string): CellRelationship | undefined {
  const { type, properties } = RELATIONSHIP.exec(text)?.groups ?? {};
  return type === undefined ? undefined : { kind: 'relationship', type, attributes: toPairs(properties) };
}

function parsePath(text: string): CellPath | undefined {
  const nodes: CellNode[] = [];
  const joins: CellPath['steps'][number][] = [];
  let from = 0;
  for (const step of text.matchAll(STEP)) {
    const node = parseNode(text.slice(from, step.index + 1));
    const join = parseStep(step.groups ?? {});
    if (!node || !join) return undefined;
    nodes.push(node);
    joins.push(join);
    from = step.index + step[0].length - 1;
  }
  const last = parseNode(text.slice(from));
  return joins.length > 0 && last ? { kind: 'path', nodes: [...nodes, last], steps: joins } : undefined;
}

function parseStep({
  before,
  relationship: text = '',
  after,
}: Readonly<Record<string, string>>): CellPath['steps'][number] | undefined {
  const relationship = parseRelationship(text);
  const arrow = `${before ?? ''}${after ?? ''}`;
  return relationship && (arrow === '-->' || arrow === '<--')
    ? { relationship, isForward: arrow === '-->' }
    : undefined;
}

const KEY = /(?:^|,)\s*(?<key>[A-Za-z_]\w*):\s/gu;

/**
 * Parses properties such as `name: Ana Lima,born: 1961`. Values are not quoted; a comma ends one
 * only where a key follows.
 */
function toPairs(text = ''): Attributes {
  const keys = [...text.matchAll(KEY)];
  return new Map(
    keys.map((match, at) => {
      const value = text.slice(match.index + match[0].length, keys[at + 1]?.index ?? text.length).trim();
      return [match.groups?.['key'] ?? '', [value.replace(/^"(?<inner>.*)"$/su, '$<inner>')]] as const;
    }),
  );
}
