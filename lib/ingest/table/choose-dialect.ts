import { mapColumns, type MappedHeader, type TableShape } from './map-columns';
import { createRecordSplitter, type CsvRecord, type Dialect } from './read-records';
import type { Line } from '../bytes/split-lines';

/** How a table is written, and what its first records are, the header included. */
export interface Beginning {
  readonly dialect: Dialect;
  readonly records: readonly CsvRecord[];
  readonly header: MappedHeader;
  /** Lines before the header that belong to no row: Excel's `sep=;`, and comments behind `#`. */
  readonly linesBefore: number;
  /** Whether the last of these lines is the header, behind its `#`. */
  readonly isHeaderComment: boolean;
}

const dialects: readonly Dialect[] = [
  { delimiter: ',', quoting: 'csv' },
  { delimiter: '\t', quoting: 'loose' },
  { delimiter: ';', quoting: 'csv' },
  { delimiter: '|', quoting: 'csv' },
];
const LOOKED_AT_LINES = 100;
const COMMENT = '#';
const SEPARATOR_LINE = /^"?sep=([,;|\t])"?$/iu;

/**
 * Chooses the separator under which the first lines of a table make the most sense.
 * @param lines - the first lines
 * @param shape - the shape of the table
 */
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

interface Reading {
  readonly shape: TableShape;
  readonly linesBefore: number;
}

function tryDialect(dialect: Dialect, lines: readonly Line[], reading: Reading): Beginning {
  const first = lines.findIndex(({ text }) => !text.startsWith(COMMENT));
  const commented = first > 0 ? tryComments(dialect, { lines, first }, reading) : undefined;
  return commented ?? tryLines(dialect, lines, reading);
}

function tryLines(
  { delimiter, quoting }: Dialect,
  lines: readonly Line[],
  { shape, linesBefore }: Reading,
): Beginning {
  const [first] = split(lines, { delimiter, quoting });
  const dialect: Dialect = { delimiter, quoting, width: first?.cells.length };
  const records = split(lines, dialect);
  const header = mapRecords(records, shape);
  return { dialect, records, header, linesBefore, isHeaderComment: false };
}

/** Lines behind `#` are comments where they have not as many cells as the rows; the last of them may name the columns. */
function tryComments(
  dialect: Dialect,
  { lines, first }: { readonly lines: readonly Line[]; readonly first: number },
  { shape }: Reading,
): Beginning | undefined {
  const comments = lines.slice(0, first);
  const last = comments[first - 1];
  if (last === undefined) return undefined;
  const rest = tryLines(dialect, lines.slice(first), { shape, linesBefore: last.number });
  const width = rest.records[0]?.cells.length;
  const [named] = split([{ ...last, text: last.text.replace(/^#+\s*/u, '') }], dialect);
  const header = named && mapRecords([named, ...rest.records], shape);
  if (named?.cells.length === width && header && (header.missing.length === 0 || header.known > 1))
    return { ...rest, records: [named, ...rest.records], header, isHeaderComment: true };
  const areRows = comments.every((line) => split([line], dialect)[0]?.cells.length === width);
  return areRows ? undefined : rest;
}

function mapRecords([first, ...rest]: readonly CsvRecord[], shape: TableShape): MappedHeader {
  const names = (first?.cells ?? []).map((cell) => cell.trim());
  return mapColumns(
    names,
    shape,
    rest.map(({ cells }) => cells),
  );
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
