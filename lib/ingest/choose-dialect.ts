import { mapColumns, type MappedHeader, type TableShape } from './map-columns';
import { createRecordSplitter, type CsvRecord, type Dialect } from './read-records';
import type { Line } from './split-lines';

/** How a table is written, and what its first records are, the header included. */
export interface Beginning {
  readonly dialect: Dialect;
  readonly records: readonly CsvRecord[];
  readonly header: MappedHeader;
  /** Lines before the header that belong to no row: Excel's `sep=;`. */
  readonly linesBefore: number;
}

const dialects: readonly Dialect[] = [
  { delimiter: ',', quoting: 'csv' },
  { delimiter: '\t', quoting: 'loose' },
  { delimiter: ';', quoting: 'csv' },
  { delimiter: '|', quoting: 'csv' },
];
const LOOKED_AT_LINES = 100;
const SEPARATOR_LINE = /^"?sep=([,;|\t])"?$/iu;

/** In: the first lines of a table, and its shape. Out: the separator under which they make most sense. */
export function chooseDialect(lines: readonly Line[], shape: TableShape): Beginning {
  const named = SEPARATOR_LINE.exec(lines[0]?.text ?? '')?.[1];
  const linesBefore = named === undefined ? 0 : 1;
  const some = lines.slice(linesBefore, linesBefore + LOOKED_AT_LINES);
  const possible = shape.dialect
    ? [shape.dialect]
    : dialects.filter(({ delimiter }) => named === undefined || delimiter === named);
  const beginnings = possible.map((dialect) => tryDialect(dialect, some, { shape, linesBefore }));
  return beginnings.reduce((best, each) => (compare(each, best) > 0 ? each : best));
}

function tryDialect(
  { delimiter, quoting }: Dialect,
  lines: readonly Line[],
  { shape, linesBefore }: { shape: TableShape; linesBefore: number },
): Beginning {
  const [first] = split(lines, { delimiter, quoting });
  const dialect: Dialect = { delimiter, quoting, width: first?.cells.length };
  const records = split(lines, dialect);
  const names = (records[0]?.cells ?? []).map((cell) => cell.trim());
  const rows = records.slice(1).map(({ cells }) => cells);
  return { dialect, records, header: mapColumns(names, shape, rows), linesBefore };
}

function split(lines: readonly Line[], dialect: Dialect): readonly CsvRecord[] {
  const splitter = createRecordSplitter(dialect);
  const records = splitter.add(lines);
  // What is left open may just be cut off by the end of these lines; only a table that has nothing else needs it.
  return records.length > 0 ? records : splitter.finish();
}

/** Above zero when `a` makes more sense than `b`: more of its columns have known names, or more rows have as many cells as the first. */
function compare(a: Beginning, b: Beginning): number {
  return a.header.known - b.header.known || shareOfAlike(a) - shareOfAlike(b);
}

/** The share of records that have as many cells as the first, if it has several. */
function shareOfAlike({ records }: Beginning): number {
  const width = records[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  return records.filter(({ cells }) => cells.length === width).length / records.length;
}
