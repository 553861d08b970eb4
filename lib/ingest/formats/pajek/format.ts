/** Networks of Pajek: numbered vertices with their labels, then arcs and edges between the numbers. */
import { openLineGraph, type LineDialect, type TextRecord } from '../../graph-files/line-graph';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import type { Tally } from '../../rows/tally';

const BEGINNING = /^(?:\s*(?:%|\*network\b)[^\n]*\n)*\s*\*vertices\s+\d+/iu;
const SECTION = /^\*([a-z]+)\s*(.*)$/iu;
/** A text in quotation marks, one in brackets, or a word. */
const CELL = /"([^"]*)"|\[[^\]]*\]|[^\s"]+/gu;
const RELATION = /^:?\s*\d+\s+"([^"]*)"/u;
const LABEL = 'l';

export const pajek: Format = {
  name: 'pajek',
  title: 'a network of Pajek',
  recognises: recognisedBy(
    'it begins with *Vertices',
    ({ isFolder, text }) => !isFolder && BEGINNING.test(text),
  ),
  open: (sample, options) => openLineGraph(sample, dialect, options),
};

/** What the lines of a section are. */
interface Section {
  readonly name: string;
  /** The relation that all of its edges have. */
  readonly relation: string | undefined;
}

interface Place {
  readonly line: number;
  readonly raw: string;
}

const dialect: LineDialect = (untold) => {
  let section: Section = { name: '', relation: undefined };
  let vertices = 0;
  let isDone = false;
  /** Names of relations by the numbers that edges may have before them. */
  const relations = new Map<string, string>();

  function enter(name: string, rest: string, place: Place): readonly TextRecord[] {
    section = { name, relation: RELATION.exec(rest)?.[1] };
    const number = /^:?\s*(\d+)/u.exec(rest)?.[1];
    if (number !== undefined && section.relation !== undefined) relations.set(number, section.relation);
    if (name === 'network') return [];
    if (name !== 'vertices') {
      if (!readers.has(name)) untold.add(`*${name}`);
      return [];
    }
    vertices += 1;
    if (vertices === 1) return [];
    isDone = true;
    return [
      { kind: 'refused', ...place, reason: 'another network begins here; put it in a file of its own' },
    ];
  }

  return {
    take: (text, line) => {
      const raw = text.trim();
      if (isDone || raw === '' || raw.startsWith('%')) return [];
      const [, name, rest = ''] = SECTION.exec(raw) ?? [];
      const place = { line, raw: raw.slice(0, 2000) };
      if (name !== undefined) return enter(name.toLowerCase(), rest, place);
      return readers.get(section.name)?.(raw, place, { section, relations, untold }) ?? [];
    },
    finish: () => [],
  };
};

interface Surroundings {
  readonly section: Section;
  readonly relations: ReadonlyMap<string, string>;
  readonly untold: Tally;
}

type Reader = (text: string, place: Place, around: Surroundings) => readonly TextRecord[];

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['vertices', toVertex],
  ['arcs', (text, place, around) => toEdge(text, place, { ...around, isDirected: true })],
  ['edges', (text, place, around) => toEdge(text, place, { ...around, isDirected: false })],
  ['arcslist', (text, place, around) => toEdges(text, place, { ...around, isDirected: true })],
  ['edgeslist', (text, place, around) => toEdges(text, place, { ...around, isDirected: false })],
]);

function toCells(text: string): readonly string[] {
  return [...text.matchAll(CELL)].map(([cell]) => cell.replace(/^"(.*)"$/u, '$1').trim());
}

function toVertex(text: string, place: Place, { untold }: Surroundings): readonly TextRecord[] {
  const [id = '', label, ...rest] = toCells(text);
  if (rest.length > 0) untold.add('positions and drawing of vertices');
  return [{ kind: 'node', ...place, id, label, attributes: new Map() }];
}

interface EdgeSurroundings extends Surroundings {
  readonly isDirected: boolean;
}

/** `1 2 3 l "praised"`, and with a number of its relation before it `2: 1 2 3`. */
function toEdge(text: string, place: Place, around: EdgeSurroundings): readonly TextRecord[] {
  const number = /^(\d+)\s*:/u.exec(text)?.[1] ?? '';
  const cells = toCells(text.replace(/^\d+\s*:/u, ''));
  const [source = '', target = '', ...others] = cells;
  const label = findLabel(others);
  if (others.length > (label === undefined ? 0 : 2)) around.untold.add('values of edges');
  const type = label ?? around.relations.get(number) ?? around.section.relation;
  const ends = [source, target];
  return [...imply(ends, place), join(ends, { place, type, isDirected: around.isDirected })];
}

function findLabel(cells: readonly string[]): string | undefined {
  const at = cells.indexOf(LABEL);
  return at === -1 ? undefined : cells[at + 1];
}

/** A vertex, and all that it is joined with. */
function toEdges(text: string, place: Place, around: EdgeSurroundings): readonly TextRecord[] {
  const [source = '', ...targets] = toCells(text);
  const { section, isDirected } = around;
  return [
    ...imply([source, ...targets], place),
    ...targets.map((target) => join([source, target], { place, type: section.relation, isDirected })),
  ];
}

/** Vertices need no line of their own. */
function imply(ids: readonly string[], place: Place): readonly TextRecord[] {
  return ids
    .filter((id) => /^\d+$/u.test(id))
    .map((id) => ({ kind: 'node', ...place, id, isImplied: true, attributes: new Map() }));
}

interface Joining {
  readonly place: Place;
  readonly type: string | undefined;
  readonly isDirected: boolean;
}

function join(
  [source = '', target = '']: readonly string[],
  { place, type, isDirected }: Joining,
): TextRecord {
  return { kind: 'edge', ...place, source, target, type, isDirected, attributes: new Map() };
}
