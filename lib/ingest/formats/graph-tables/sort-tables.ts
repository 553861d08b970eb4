/** Which tables list nodes, and which list edges between them. */
import { detectEncoding } from '../../bytes/detect-encoding';
import { readLines } from '../../bytes/read-lines';
import type { Line } from '../../bytes/split-lines';
import { chooseDialect, type Beginning } from '../../table/choose-dialect';
import { findOpposites, type Opposites } from '../../table/find-opposites';
import { toPlainName } from '../../table/map-columns';
import { tripleColumns } from '../../table/triple-columns';

interface SortedTable {
  readonly file: string;
  readonly beginning: Beginning;
}

export interface NodeTable extends SortedTable {
  /** The column with the ids that edges go by. */
  readonly id: number;
}

export interface EdgeTable extends SortedTable {
  readonly source: number;
  readonly target: number;
}

export interface SortedTables {
  readonly nodes: readonly NodeTable[];
  readonly edges: readonly EdgeTable[];
  /** Those that are neither. */
  readonly others: readonly string[];
}

/** What a column of ids is called, the most telling first, as `toPlainName` writes it. */
const IDS = ['id', 'nodeid', 'entityid', 'key', 'nodekey', 'entitykey', 'uid', 'uuid', 'identifier'];
/** What a column of names is called: without one a table names nobody. */
const NAMES = [
  'name',
  'label',
  'title',
  'fullname',
  'displayname',
  'preflabel',
  'caption',
  'nodename',
  'entityname',
];
const OF_TIME = /date|time|year|valid/iu;
const LOOKED_AT_LINES = 100;
/** Of the ends of edges, so many have to be nodes. */
const SHARE = 0.9;

/**
 * Sorts tables by the names of their columns.
 *
 * @param files - paths of tables
 * @throws the file system's errors
 */
export async function sortTables(files: readonly string[]): Promise<SortedTables> {
  const nodes: NodeTable[] = [];
  const edges: EdgeTable[] = [];
  const others: string[] = [];
  for (const file of files) {
    const beginning = chooseDialect(await readBeginning(file), tripleColumns);
    const ends = findEnds(beginning);
    const id = findIds(beginning);
    if (ends) edges.push({ file, beginning, source: ends.subject, target: ends.object });
    else if (id !== undefined) nodes.push({ file, beginning, id });
    else others.push(file);
  }
  return { nodes, edges, others };
}

/**
 * Tells whether tables of nodes and edges belong together, going by their first rows.
 *
 * @returns whether the edges join ids of the nodes: all but the odd one where every node is among the first rows, else some of them. Tables
 * of nodes that share ids are about several graphs, and nobody can tell which edges mean which.
 */
export function belongTogether({ nodes, edges }: Pick<SortedTables, 'nodes' | 'edges'>): boolean {
  if (nodes.length === 0 || edges.length === 0) return false;
  const ids = nodes.flatMap(({ beginning, id }) => [...new Set(cellsOf(beginning, [id]))]);
  const known = new Set(ids);
  if (known.size < ids.length) return false;
  const isWhole = nodes.every(({ beginning }) => beginning.records.length < LOOKED_AT_LINES);
  return edges.every(({ beginning, source, target }) => {
    const ends = cellsOf(beginning, [source, target]);
    const found = ends.filter((end) => known.has(end)).length;
    return isWhole ? found >= ends.length * SHARE && found > 0 : found > 0;
  });
}

function findEnds({ header: { fields }, records: [header, ...rows] }: Beginning): Opposites | undefined {
  const [subject, object] = [fields.indexOf('subject'), fields.indexOf('object')];
  if (subject !== -1 && object !== -1) return { subject, object };
  // When something began and ended joins nobody.
  const names = header?.cells.map((cell) => (OF_TIME.test(cell) ? '' : cell.trim())) ?? [];
  return findOpposites(
    names,
    rows.map(({ cells }) => cells),
  );
}

function findIds({ records: [header] }: Beginning): number | undefined {
  const names = (header?.cells ?? []).map(toColumnName);
  if (!names.some((name) => NAMES.includes(name))) return undefined;
  const at = IDS.map((name) => names.indexOf(name)).find((place) => place !== -1);
  return at;
}

/** `name:String` and `~id` are written as some graph databases export them. */
export function toColumnName(name: string): string {
  return toPlainName(name.replace(/:[A-Za-z]+(?:\[\])?$/u, ''));
}

function cellsOf({ records }: Beginning, columns: readonly number[]): readonly string[] {
  return records.slice(1).flatMap(({ cells }) => columns.flatMap((at) => cells[at]?.trim() ?? []));
}

async function readBeginning(file: string): Promise<readonly Line[]> {
  const beginning: Line[] = [];
  for await (const lines of readLines(file, { encoding: await detectEncoding(file) })) {
    beginning.push(...lines.filter(({ text }) => text.trim() !== ''));
    if (beginning.length >= LOOKED_AT_LINES) break;
  }
  return beginning.slice(0, LOOKED_AT_LINES);
}
