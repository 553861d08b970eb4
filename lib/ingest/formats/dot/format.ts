/** DOT, the language of Graphviz: nodes with labels, edges between them, their defaults, and subgraphs. */
import { openLineGraph, type LineDialect, type TextRecord } from '../../graph-files/line-graph';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { DotParser, type DotAttributes, type DotStatement } from './statements';
import { createDotLexer } from './tokens';

const COMMENTS = /\/\*[^]*?\*\/|^[ \t]*(?:\/\/|#).*$/gmu;
const BEGINNING = /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"]*"|[\p{L}\p{N}_.-]+))?\s*\{/iu;
const LOOKED_AT = 8 * 1024;
const LONGEST_TEXT = 8 * 1024 * 1024;
/** Nodes that one statement joins: `{a b c} -> {d e f}` are nine edges, and nobody writes millions. */
const MOST_JOINED = 100_000;
const OPEN = { text: 'its quotation mark', html: "its '>'", comment: "its '*/'" } as const;

export const dot: Format = {
  name: 'dot',
  title: 'a graph in DOT',
  recognises: recognisedBy('it begins with digraph or graph, as DOT does', ({ isFolder, text }) => {
    const beginning = text.slice(0, LOOKED_AT).replace(COMMENTS, '').trimStart();
    return !isFolder && BEGINNING.test(beginning);
  }),
  open: (sample, options) => openLineGraph(sample, dialect, options),
};

interface DotNode {
  readonly line: number;
  readonly attributes: Map<string, string>;
}

const dialect: LineDialect = () => {
  const lexer = createDotLexer();
  const parser = new DotParser();
  const nodes = new Map<string, DotNode>();
  let isDone = false;

  function refuse(line: number, what: string): TextRecord {
    isDone = true;
    const reason = `${what}; nothing after that is read. Correct it and load the file again`;
    return { kind: 'refused', line, raw: '', reason };
  }

  function takeLine(text: string, line: number): readonly TextRecord[] {
    const records: TextRecord[] = [];
    const { tokens, strange } = lexer.take(text);
    for (const token of tokens) {
      const { statement, problem } = parser.take(token, line);
      if (statement) {
        addNodes(statement, nodes);
        records.push(...toEdges(statement));
      }
      if (problem !== undefined) return [...records, refuse(line, problem)];
    }
    if (strange !== undefined) records.push(refuse(line, `'${strange}' does not belong to DOT`));
    if (lexer.openLength() > LONGEST_TEXT) records.push(refuse(line, 'a text is larger than 8 MiB'));
    return records;
  }

  function findEnd(line: number): readonly TextRecord[] {
    const part = lexer.openPart();
    if (isDone) return [];
    if (part !== undefined) return [refuse(line, `the file ends, and ${OPEN[part]} is missing`)];
    const begun = parser.openLine;
    return begun === undefined
      ? []
      : [refuse(line, `the file ends before the graph that begins in line ${begun} does`)];
  }

  return {
    take: (text, line) => (isDone ? [] : takeLine(text, line)),
    // A node may be described in several places, so that it is whole only here.
    finish: (line) => [...[...nodes].map(([id, node]) => toNode(id, node)), ...findEnd(line)],
  };
};

function addNodes(statement: DotStatement, nodes: Map<string, DotNode>): void {
  const { groups, edges, attributes, nodeDefaults, line } = statement;
  for (const id of groups.flat()) {
    const node = nodes.get(id) ?? { line, attributes: new Map(nodeDefaults) };
    nodes.set(id, node);
    if (edges.length === 0) for (const [name, value] of attributes) node.attributes.set(name, value);
  }
}

function toNode(id: string, { line, attributes }: DotNode): TextRecord {
  const shape = attributes.get('shape')?.toLowerCase() ?? '';
  const label = toLabel(attributes.get('label'), { id, isRecord: shape.endsWith('record') });
  const others = [...attributes]
    .filter(([name]) => name !== 'label')
    .map(([name, value]) => [name, [value]] as const);
  return { kind: 'node', line, raw: id.slice(0, 2000), id, label, attributes: new Map(others) };
}

interface Labelled {
  readonly id: string;
  /** Whether it is drawn as boxes, whose first is the name. */
  readonly isRecord: boolean;
}

function toLabel(label: string | undefined, { id, isRecord }: Labelled): string | undefined {
  if (label === undefined) return undefined;
  const first = isRecord
    ? label
        .replace(/<[^<>]*>|[{}]/gu, '')
        .split('|')
        .find((each) => each.trim() !== '')
    : label;
  const text = unescape(first ?? '', id);
  return text === '' ? undefined : text;
}

/** Line breaks, and what stands for the name of the node. */
function unescape(text: string, id: string): string {
  return text
    .replace(/\\(.)/gsu, (_, sign: string) => {
      if (sign === 'N') return id;
      return 'nlr\n'.includes(sign) ? ' ' : sign;
    })
    .replace(/\s+/gu, ' ')
    .trim();
}

function toEdges({
  groups,
  edges,
  attributes: own,
  edgeDefaults,
  line,
}: DotStatement): readonly TextRecord[] {
  const attributes = new Map([...edgeDefaults, ...own]);
  return edges.flatMap((sign, at) => {
    const [from = [], to = []] = [groups[at], groups[at + 1]];
    if (from.length * to.length > MOST_JOINED)
      return [
        {
          kind: 'refused' as const,
          line,
          raw: '',
          reason: `more than ${MOST_JOINED} edges in one statement; split it`,
        },
      ];
    return from.flatMap((source) =>
      to.flatMap((target) => join([source, target], { sign, attributes, line })),
    );
  });
}

interface Joining {
  readonly sign: string;
  readonly attributes: DotAttributes;
  readonly line: number;
}

/** `dir` says which way an edge goes, whatever its sign. */
function join(
  [source, target]: readonly [string, string],
  { sign, attributes, line }: Joining,
): readonly TextRecord[] {
  const dir = attributes.get('dir')?.toLowerCase();
  const label = toLabel(attributes.get('label') ?? attributes.get('xlabel'), { id: '', isRecord: false });
  const others = [...attributes].filter(([name]) => !['dir', 'label', 'xlabel'].includes(name));
  const all = new Map(others.map(([name, value]) => [name, [value]] as const));
  if (label !== undefined) all.set('label', [label]);
  const toEdge = (from: string, to: string): TextRecord => ({
    ...{ kind: 'edge', line, raw: `${from} ${sign} ${to}`.slice(0, 2000), source: from, target: to },
    ...{ isDirected: dir === undefined ? sign === '->' : dir !== 'none', attributes: all },
  });
  if (dir === 'both') return [toEdge(source, target), toEdge(target, source)];
  return [dir === 'back' ? toEdge(target, source) : toEdge(source, target)];
}
