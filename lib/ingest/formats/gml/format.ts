/** GML, as networkx, igraph, yEd and Gephi write it: keys with values, and lists of them in brackets. */
import { openLineGraph, type LineDialect, type TextRecord } from '../../graph-files/line-graph';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import type { Tally } from '../../rows/tally';
import { createGmlLexer, type GmlToken } from './tokens';

const GRAPH = /^\s*graph\s*\[/imu;
const ELEMENT = /\b(?:node|edge)\s*\[\s*[a-z]\w*\s+[-"\d]/iu;
const DEEPEST = 100;
const LONGEST_TEXT = 8 * 1024 * 1024;

export const gml: Format = {
  name: 'gml',
  title: 'a GML graph',
  recognises: recognisedBy(
    'it has a graph with nodes in brackets',
    ({ isFolder, text }) => !isFolder && GRAPH.test(text) && ELEMENT.test(text),
  ),
  open: (sample, options) => openLineGraph(sample, dialect, options),
};

/** A list whose brackets are open. */
interface Frame {
  readonly name: string;
  readonly line: number;
  readonly values: Map<string, string[]>;
}

/** Takes words in, in their order. */
interface Parser {
  readonly take: (token: GmlToken, line: number) => TextRecord | undefined;
  readonly open: () => Frame | undefined;
}

const dialect: LineDialect = (untold) => {
  const lexer = createGmlLexer();
  const parser = createParser(untold);
  let isDone = false;

  function refuse(line: number, what: string): TextRecord {
    isDone = true;
    return {
      kind: 'refused',
      line,
      raw: '',
      reason: `${what}; nothing after that is read. Correct it and load the file again`,
    };
  }

  function toRecords(text: string, line: number): readonly TextRecord[] {
    const records: TextRecord[] = [];
    for (const token of lexer.take(text)) {
      if (isDone) break;
      const record = parser.take(token, line);
      if (record?.kind === 'refused') records.push(refuse(line, record.reason));
      else if (record) records.push(record);
    }
    if (lexer.openLength() > LONGEST_TEXT) records.push(refuse(line, 'a text is larger than 8 MiB'));
    return records;
  }

  return {
    take: (text, line) => (isDone ? [] : toRecords(text, line)),
    finish: (line) => {
      if (isDone) return [];
      if (lexer.isInText())
        return [refuse(line, 'the file ends inside a text; its closing quotation mark is missing')];
      const open = parser.open();
      if (open === undefined) return [];
      return [refuse(line, `the file ends before '${open.name} [' of line ${open.line} is closed`)];
    },
  };
};

function createParser(untold: Tally): Parser {
  const frames: Frame[] = [];
  let key: string | undefined;

  function enter(line: number): TextRecord | undefined {
    if (frames.length >= DEEPEST) return toRefused(line, `lists are nested more than ${DEEPEST} deep`);
    frames.push({ name: key ?? '', line, values: new Map() });
    key = undefined;
    return undefined;
  }

  function leave(line: number): TextRecord | undefined {
    const frame = frames.pop();
    if (frame === undefined) return toRefused(line, "this ']' closes a bracket that was not opened");
    return complete(frame, frames.at(-1), untold);
  }

  return {
    take: (token, line) => {
      if (token.kind === 'open') return enter(line);
      if (token.kind === 'close') return leave(line);
      if (key === undefined) key = token.value;
      else {
        addValue(frames.at(-1), key, token.value);
        key = undefined;
      }
      return undefined;
    },
    open: () => frames.at(-1),
  };
}

/** A list has ended: a node or an edge, or what belongs to the list around it. */
function complete(frame: Frame, around: Frame | undefined, untold: Tally): TextRecord | undefined {
  if (around === undefined) return undefined;
  if (around.name === 'graph' && frame.name === 'node') return toNode(frame);
  if (around.name === 'graph' && frame.name === 'edge') return toEdge(frame, around);
  if (frame.name === 'LabelGraphics') keepDrawnLabel(frame, around);
  else untold.add(frame.name);
  return undefined;
}

function addValue(frame: Frame | undefined, key: string, value: string): void {
  if (frame && value.trim() !== '') frame.values.set(key, [...(frame.values.get(key) ?? []), value]);
}

/** yEd draws labels in a list of their own. */
function keepDrawnLabel({ values }: Frame, around: Frame): void {
  const [text] = values.get('text') ?? [];
  if (!around.values.has('label') && text !== undefined) addValue(around, 'label', text);
}

function toRefused(line: number, reason: string): TextRecord {
  return { kind: 'refused', line, raw: '', reason };
}

function toNode({ name, line, values }: Frame): TextRecord {
  const [id = ''] = values.get('id') ?? [];
  const [label] = values.get('label') ?? [];
  const attributes = without(values, ['id', 'label', 'root_index']);
  return { kind: 'node', line, raw: toRaw(name, values), id, label, attributes };
}

/** Without a word about it, the edges of GML have no direction. */
function toEdge({ name, line, values }: Frame, graph: Frame): TextRecord {
  const [source = ''] = values.get('source') ?? [];
  const [target = ''] = values.get('target') ?? [];
  const isDirected = graph.values.get('directed')?.[0] === '1';
  const attributes = without(values, ['id', 'key', 'source', 'target', 'root_index']);
  return { kind: 'edge', line, raw: toRaw(name, values), source, target, isDirected, attributes };
}

function without(values: ReadonlyMap<string, string[]>, names: readonly string[]): Map<string, string[]> {
  return new Map([...values].filter(([name]) => !names.includes(name)));
}

function toRaw(name: string, values: ReadonlyMap<string, string[]>): string {
  const inner = [...values].flatMap(([key, all]) => all.map((value) => `${key} ${JSON.stringify(value)}`));
  return `${name} [ ${inner.join(' ')} ]`.slice(0, 2000);
}
