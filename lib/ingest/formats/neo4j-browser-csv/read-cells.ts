import { detectEncoding } from '../../bytes/detect-encoding';
import type { Meter } from '../../bytes/meter';
import type { GraphRecord } from '../../graph-files/graph-record';
import type { Attributes } from '../../names/read-attributes';
import { readRecords, type CsvRecord } from '../../table/read-records';
import type { Ends } from './ends';
import { parseCell, type CellNode } from './parse-cell';

interface Table {
  readonly file: string;
  /** What a person says is joined; otherwise paths are read. */
  readonly ends: Ends | undefined;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly raw: string;
}

/** Reads the nodes of a table, or what joins them. Nodes are one where their cells are. */
export async function* readCells(
  { file, ends }: Table,
  reading: 'nodes' | 'edges',
  meter: Meter | undefined,
): AsyncGenerator<readonly GraphRecord[]> {
  const encoding = await detectEncoding(file);
  const seen = new Set<string>();
  let width: number | undefined;

  function toRecords(row: CsvRecord): readonly GraphRecord[] {
    const { line, raw, cells } = row;
    const place = { file, line, raw };
    if (row.problem !== undefined) return [{ ...place, kind: 'refused', reason: row.problem }];
    if (cells.length !== width)
      return [
        {
          ...place,
          kind: 'refused',
          reason: `the row has ${cells.length} cells and the header ${width ?? 0}`,
        },
      ];
    if (reading === 'nodes') return cells.flatMap((cell) => toNodes(cell, place));
    return ends === undefined ? cells.flatMap((cell) => toSteps(cell, place)) : [toEdge(cells, ends, place)];
  }

  /** What stands in several paths is one relationship. */
  function toSteps(cell: string, place: Place): readonly GraphRecord[] {
    const path = parseCell(cell);
    if (path?.kind !== 'path') return [];
    return path.steps.flatMap(({ relationship, isForward }, at): readonly GraphRecord[] => {
      const [before = '', after = ''] = [path.nodes[at]?.text, path.nodes[at + 1]?.text];
      const [source, target] = isForward ? [before, after] : [after, before];
      const { type, attributes } = relationship;
      const key = JSON.stringify([source, type, [...attributes], target]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...place, kind: 'edge', source, target, type, isDirected: true, attributes }];
    });
  }

  for await (const rows of readRecords(file, { delimiter: ',', quoting: 'csv' }, { encoding, meter })) {
    const [first] = rows;
    const isHeader = width === undefined;
    width ??= first?.cells.length;
    const records = rows.slice(isHeader ? 1 : 0).flatMap(toRecords);
    yield records.filter(({ kind }) => (kind === 'node') === (reading === 'nodes'));
  }
}

function toNodes(cell: string, place: Place): readonly GraphRecord[] {
  const parsed = parseCell(cell);
  if (parsed?.kind === 'path') return parsed.nodes.map((node) => toNode(node, place));
  if (parsed?.kind === 'node') return [toNode(parsed, place)];
  if (parsed?.kind !== 'properties' || parsed.attributes.size === 0) return [];
  return [toNode({ ...parsed, kind: 'node', labels: [] }, place)];
}

function toNode({ text, labels, attributes }: CellNode, place: Place): GraphRecord {
  return { ...place, kind: 'node', id: text, kinds: labels, attributes, isImplied: true };
}

function toEdge(cells: readonly string[], ends: Ends, place: Place): GraphRecord {
  const cellAt = (at: number): string => cells[at]?.trim() ?? '';
  const relation = readRelation(ends.relation, cellAt);
  if (relation === undefined)
    return { ...place, kind: 'refused', column: 'relation', reason: 'its cell is no relationship' };
  const [source, target] = [cellAt(ends.subject), cellAt(ends.object)];
  return {
    ...place,
    kind: 'edge',
    source,
    target,
    isDirected: true,
    type: relation.type,
    attributes: relation.attributes,
  };
}

interface Relation {
  readonly type: string | undefined;
  readonly attributes: Attributes;
}

/** Older versions write the properties of a relationship, and not its type. */
function readRelation(given: Ends['relation'], cellAt: (at: number) => string): Relation | undefined {
  if (typeof given === 'string') return { type: given, attributes: new Map() };
  const cell = parseCell(cellAt(given));
  if (cell?.kind === 'relationship') return cell;
  return cell?.kind === 'properties' ? { type: undefined, attributes: cell.attributes } : undefined;
}
