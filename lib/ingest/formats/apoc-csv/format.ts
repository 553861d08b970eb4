/** Nodes and relationships of Neo4j in one table, as `apoc.export.csv.all` writes them. */
import { detectEncoding } from '../../bytes/detect-encoding';
import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import { openExport } from '../../extracted/open-export';
import type { GraphRecord } from '../../graph-files/graph-record';
import { parseJson } from '../../json/parse-json';
import { toTexts } from '../../json/to-attributes';
import type { Attributes } from '../../names/read-attributes';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { splitCells, type Delimiter } from '../../table/split-cells';
import { readRecords, type CsvRecord } from '../../table/read-records';

export const apocCsv: Format = {
  name: 'apoc-csv',
  title: 'a graph of Neo4j as one table',
  recognises: recognisedBy(
    'its header has _id, _labels, _start, _end and _type',
    (sample) => findDelimiter(sample) !== undefined,
  ),
  open: async (sample, options) => {
    const { path: file, name } = sample;
    const delimiter = findDelimiter(sample) ?? ',';
    const records = (reading: 'nodes' | 'edges', meter?: Meter): ReturnType<typeof readTable> =>
      readTable({ file, delimiter }, reading, meter);
    return await openExport({ file, name, records }, options);
  },
};

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];
const OF_NODES = ['_id', '_labels'];
const OF_EDGES = ['_start', '_end', '_type'];
const OWN = new Set([...OF_NODES, ...OF_EDGES]);

function findDelimiter({ isFolder, text }: FileSample): Delimiter | undefined {
  if (isFolder) return undefined;
  const line = text.split(/\r\n?|\n/u, 1)[0] ?? '';
  return DELIMITERS.find((delimiter) => {
    const cells = splitCells(line, delimiter) ?? [];
    return [...OWN].every((name) => cells.includes(name));
  });
}

interface Table {
  readonly file: string;
  readonly delimiter: Delimiter;
}

async function* readTable(
  { file, delimiter }: Table,
  reading: 'nodes' | 'edges',
  meter: Meter | undefined,
): AsyncGenerator<readonly GraphRecord[]> {
  const encoding = await detectEncoding(file);
  let header: readonly string[] | undefined;
  for await (const rows of readRecords(file, { delimiter, quoting: 'csv' }, { encoding, meter })) {
    const records: GraphRecord[] = [];
    for (const row of rows) {
      if (header === undefined) header = row.cells;
      else records.push(toRecord(row, header, file));
    }
    yield records.filter(({ kind }) => (kind === 'node') === (reading === 'nodes'));
  }
}

function toRecord(row: CsvRecord, header: readonly string[], file: string): GraphRecord {
  const { line, raw, cells } = row;
  const place = { file, line, raw };
  const reason = findProblem(row, header.length);
  if (reason !== undefined) return { ...place, kind: 'refused', reason };
  const cellOf = (name: string): string => cells[header.indexOf(name)]?.trim() ?? '';
  const attributes = toAttributes(header, cells);
  const [id, source, target, type] = ['_id', '_start', '_end', '_type'].map(cellOf);
  if (id) {
    const kinds = cellOf('_labels').split(':').filter(Boolean);
    return { ...place, kind: 'node', id, kinds, attributes };
  }
  if (!source && !target)
    return {
      ...place,
      kind: 'refused',
      reason: 'it has neither _id nor _start and _end, so it is neither a node nor a relationship',
    };
  return {
    ...place,
    kind: 'edge',
    source: source ?? '',
    target: target ?? '',
    type,
    isDirected: true,
    attributes,
  };
}

function findProblem({ cells, problem, isBroken }: CsvRecord, width: number): string | undefined {
  if (problem !== undefined) return problem;
  if (isBroken) return 'it is not text in the encoding of the file; correct it';
  return cells.length === width ? undefined : `the row has ${cells.length} cells and the header ${width}`;
}

/** The properties of all nodes and relationships have a column each, so that most cells of a row are empty. */
function toAttributes(header: readonly string[], cells: readonly string[]): Attributes {
  const attributes = new Map<string, readonly string[]>();
  for (const [at, name] of header.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (cell !== '' && !OWN.has(name)) attributes.set(name, toValues(cell));
  }
  return attributes;
}

/** Lists stand there as JSON. */
function toValues(cell: string): readonly string[] {
  const parsed = cell.startsWith('[') ? parseJson(cell) : { value: undefined };
  return 'value' in parsed && Array.isArray(parsed.value) ? toTexts(parsed.value) : [cell];
}
