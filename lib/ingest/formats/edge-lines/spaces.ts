/** Edges with blanks between their cells, under a header such as `Source Target Type`. */
import type { LineReading } from '../../graph-files/edge-lines';
import type { Form } from './forms';

const ENDS: readonly (readonly [source: string, target: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['subject', 'object'],
  ['head', 'tail'],
  ['src', 'dst'],
  ['node1', 'node2'],
];
const DIRECTIONS = /^(?:un)?directed$|^mutual$/iu;

/**
 * Makes a form of a header.
 *
 * @param header - the first line of a file
 * @returns how to read the lines behind it; undefined where it does not name both ends
 */
export function toSpaced(header: string): Form | undefined {
  const columns = header.trim().toLowerCase().split(/\s+/u);
  const ends = ENDS.find((names) => names.every((name) => columns.includes(name)));
  if (!ends || new Set(columns).size < columns.length) return undefined;
  const [source, target] = ends;
  return (line) => {
    const cells = line.split(/\s+/u);
    if (cells.length !== columns.length) return undefined;
    return toReading(new Map(columns.map((column, at) => [column, cells[at] ?? ''])), source, target);
  };
}

/** Gephi's column `Type` says whether an edge has a direction. */
function toReading(cells: Map<string, string>, source: string, target: string): LineReading {
  const ends = { source: cells.get(source) ?? '', target: cells.get(target) ?? '' };
  const direction = cells.get('type') ?? '';
  if (DIRECTIONS.test(direction)) cells.delete('type');
  for (const name of [source, target]) cells.delete(name);
  const attributes = new Map([...cells].map(([name, cell]) => [name, [cell]] as const));
  return { edges: [{ ...ends, isDirected: !/^undirected$|^mutual$/iu.test(direction), attributes }] };
}
