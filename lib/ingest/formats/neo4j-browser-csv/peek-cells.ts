import { createLineSplitter } from '../../bytes/split-lines';
import type { FileSample } from '../../bytes/take-sample';
import { createRecordSplitter, type CsvRecord } from '../../table/read-records';
import { parseCell } from './parse-cell';

type Sort = NonNullable<ReturnType<typeof parseCell>>['kind'];

/** The beginning of a table that may be one of Neo4j Browser. */
export interface PeekedCells {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What each column holds, as far as all of its cells are of one sort. */
  readonly sorts: readonly (Sort | undefined)[];
  readonly isOfBrowser: boolean;
  /** Whether it joins nodes without saying which way: relationships and paths apart, cells do not tell whom they join. */
  readonly isDoubtful: boolean;
}

const LOOKED_AT_ROWS = 50;
const SORTS: readonly Sort[] = ['path', 'node', 'relationship', 'properties'];

/** Returns nothing where it is no table at all. */
export function peekCells({ isFolder, text }: FileSample): PeekedCells | undefined {
  if (isFolder || !/[([{]/u.test(text)) return undefined;
  const [first, ...rest] = readBeginning(text).slice(0, LOOKED_AT_ROWS + 1);
  if (first === undefined || rest.length === 0) return undefined;
  const header = first.cells.map((cell) => cell.trim());
  const rows = rest.map(({ cells }) => cells);
  const sorts = header.map((_, at) => findSort(rows.map((cells) => cells[at]?.trim() ?? '')));
  const nodes = sorts.filter((sort) => sort === 'node' || sort === 'properties').length;
  return {
    header,
    rows,
    sorts,
    isOfBrowser: isOfBrowser(sorts),
    isDoubtful: !sorts.includes('path') && (sorts.includes('relationship') || nodes > 1),
  };
}

/** The last row of the beginning may end in the middle, and counts only where there is hardly another. */
function readBeginning(text: string): readonly CsvRecord[] {
  const lines = createLineSplitter();
  const records = createRecordSplitter({ delimiter: ',', quoting: 'csv' });
  const whole = records.add(lines.add(Buffer.from(text)));
  return whole.length > 1 ? whole : [...whole, ...records.add(lines.finish()), ...records.finish()];
}

/** Properties alone are much: only where a table holds nothing else it may be one of an old version. */
function isOfBrowser(sorts: PeekedCells['sorts']): boolean {
  if (sorts.some((sort) => sort === 'path' || sort === 'node' || sort === 'relationship')) return true;
  return sorts.length > 2 && sorts.every((sort) => sort === 'properties');
}

/**
 * Tells the sort of a column: of cells written in several ways the most telling one; none where a
 * cell is something else.
 */
function findSort(cells: readonly string[]): Sort | undefined {
  const full = cells.filter((cell) => cell !== '' && cell !== 'null');
  const sorts = full.map((cell) => parseCell(cell)?.kind);
  if (sorts.includes(undefined)) return undefined;
  return SORTS.find((sort) => sorts.includes(sort));
}
