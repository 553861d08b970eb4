/** Solutions of a SPARQL query: a value for each variable, in JSON or in a table. */
import { detectEncoding } from '../../bytes/detect-encoding';
import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import { fieldOf, isRecord, toShown, toText } from '../../json/json-value';
import { findJson, peekFound, type JsonRecordFound } from '../../json/read-json';
import { createRecordSplitter, readRecords, type Dialect } from '../../table/read-records';

export interface SparqlValue {
  readonly text: string;
  readonly isIri: boolean;
}

export interface Solution {
  readonly line: number;
  readonly raw: string;
  readonly values: ReadonlyMap<string, SparqlValue>;
  readonly problem?: string | undefined;
}

export interface SparqlAnswer {
  readonly variables: readonly string[];
  /** The first solutions. */
  readonly first: readonly Solution[];
  readonly read: (meter?: Meter) => AsyncIterable<readonly Solution[]>;
}

const VARIABLES = ['head', 'vars', '*'];
const BINDINGS = ['results', 'bindings', '*'];
const FIRST = 20;
/** In characters: a longer line names no variables of a query. */
const LONGEST_HEADER = 4_000;
const IRI = /^<?(?:https?|urn):[^\s<>"]+>?$/iu;

/** Returns the answer in a file, or undefined when there is none. */
export function findAnswer(sample: FileSample): SparqlAnswer | undefined {
  if (sample.isFolder) return undefined;
  return findJsonAnswer(sample) ?? findTableAnswer(sample);
}

function findJsonAnswer(sample: FileSample): SparqlAnswer | undefined {
  const found = peekFound(sample, [VARIABLES, BINDINGS]);
  const variables = found.flatMap(({ path, value }) => (path[0] === 'head' ? (toText(value) ?? []) : []));
  if (variables.length === 0) return undefined;
  const first = found.filter(({ path }) => path[0] === 'results').slice(0, FIRST);
  const { path: file } = sample;
  return {
    variables,
    first: first.map(toSolution),
    read: async function* (meter) {
      const json = await findJson(file, [BINDINGS]);
      for await (const records of json.records(meter)) yield records.map(toSolution);
    },
  };
}

function toSolution(record: JsonRecordFound): Solution {
  const { line, problem } = record;
  const raw = toShown(record.raw);
  if (problem !== undefined) return { line, raw, values: new Map(), problem };
  const members = isRecord(record.value) ? Object.entries(record.value) : [];
  const values = members.flatMap(([name, term]) => {
    const text = isRecord(term) ? toText(fieldOf(term, 'value')) : undefined;
    const isIri = isRecord(term) && ['uri', 'bnode'].includes(toText(fieldOf(term, 'type')) ?? '');
    return text === undefined ? [] : [[name, { text, isIri }] as const];
  });
  return { line, raw, values: new Map(values) };
}

function findTableAnswer({ path: file, text }: FileSample): SparqlAnswer | undefined {
  const [header = ''] = text.split(/\r\n?|\n/u, 1);
  if (header === '' || header.length > LONGEST_HEADER || !/^\??["\w]/u.test(header)) return undefined;
  const dialect: Dialect = header.includes('\t')
    ? { delimiter: '\t', quoting: 'loose' }
    : { delimiter: ',', quoting: 'csv' };
  const lines = text.split(/\r\n?|\n/u).slice(0, FIRST + 1);
  const splitter = createRecordSplitter(dialect);
  const shown = lines.map((each, at) => ({ number: at + 1, text: each, isCut: false, isBroken: false }));
  const [names, ...rows] = [...splitter.add(shown), ...splitter.finish()].filter(
    ({ raw }) => raw.trim() !== '',
  );
  const variables = names?.cells.map((name) => name.trim().replace(/^\?/u, '')) ?? [];
  return {
    variables,
    first: rows.slice(0, FIRST).map((row) => toRowSolution(row, variables)),
    read: async function* (meter) {
      const encoding = await detectEncoding(file);
      let isHeader = true;
      for await (const records of readRecords(file, dialect, { encoding, meter })) {
        const full = records.filter(({ raw }) => raw.trim() !== '');
        const bodies = isHeader ? full.slice(1) : full;
        if (full.length > 0) isHeader = false;
        yield bodies.map((row) => toRowSolution(row, variables));
      }
    },
  };
}

type Row = Readonly<{ line: number; raw: string; cells: readonly string[]; problem?: string | undefined }>;

function toRowSolution({ line, raw, cells, problem }: Row, variables: readonly string[]): Solution {
  const values = variables.flatMap((name, at) => {
    const cell = cells[at]?.trim() ?? '';
    const text = IRI.test(cell) ? cell.replace(/^<|>$/gu, '') : toPlain(cell);
    return text === '' ? [] : [[name, { text, isIri: IRI.test(cell) }] as const];
  });
  const isUneven = cells.length !== variables.length;
  const uneven = isUneven
    ? `the row has ${cells.length} cells and the header ${variables.length}`
    : undefined;
  return { line, raw, values: new Map(values), problem: problem ?? uneven };
}

/** `"Ana"@en`, as tables with tabs write it. */
function toPlain(cell: string): string {
  return /^"(.*)"(?:@[A-Za-z0-9-]+|\^\^<.*>)?$/su.exec(cell)?.[1] ?? cell;
}
