/** Tables whose columns have fixed names, and the same as JSON from the service that publishes them. */
import { fieldOf, isRecord, toText, type JsonRecord } from '../json/json-value';
import { peekJson, recordsOf } from '../json/peek-json';
import { openJson, type JsonRecordRead } from '../json/read-json';
import { createTally, noteTally, type Tally } from '../rows/tally';
import type { Meter } from '../bytes/meter';
import type { FileSample } from '../bytes/take-sample';
import type { ColumnUse, OpenOptions, SourceRow } from '../source';
import { toPlainName } from './map-columns';
import { openTable } from './read-table';
import { splitCells } from './split-cells';

/** What a publisher calls its columns: fields by their names as `toPlainName` writes them. */
export interface FieldNames {
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly optional: Readonly<Record<string, readonly string[]>>;
  /** The member of a JSON answer that lists the records. */
  readonly member?: string | undefined;
}

export interface FieldRows {
  readonly columns: readonly ColumnUse[];
  readonly notices: () => readonly string[];
  /** Rows with their cells by field. */
  rows(meter?: Meter): AsyncIterable<readonly SourceRow[]>;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Tells whether a file has all required columns, as a table with any separator or as JSON. */
export function hasFields(sample: FileSample, { required, member }: FieldNames): boolean {
  if (sample.isFolder) return false;
  const names = Object.values(required);
  return listNames(sample, member).some((header) =>
    names.every((known) => known.some((name) => header.has(name))),
  );
}

function listNames(sample: FileSample, member: string | undefined): readonly ReadonlySet<string>[] {
  const records = peekRecords(sample, member);
  if (records.length > 0)
    return records.slice(0, 1).map((record) => new Set(Object.keys(record).map(toPlainName)));
  const line = /^[^\r\n]*/u.exec(sample.text.replace(/^"?sep=.\r?\n/iu, ''))?.[0] ?? '';
  return DELIMITERS.map((delimiter) => new Set((splitCells(line, delimiter) ?? []).map(toPlainName)));
}

function peekRecords(sample: FileSample, member: string | undefined): readonly JsonRecord[] {
  const peek = peekJson(sample);
  const listed = member === undefined ? [] : (peek?.members.get(member) ?? []);
  return [...recordsOf(peek), ...listed.filter(isRecord)];
}

/**
 * Opens such a table.
 *
 * @throws `invalid` when it cannot be used
 */
export async function openFieldRows(
  sample: FileSample,
  fields: FieldNames,
  { isVerbose }: Pick<OpenOptions, 'isVerbose'>,
): Promise<FieldRows> {
  if (peekRecords(sample, fields.member).length > 0) return await openRecords(sample, fields);
  const all = Object.entries({ ...fields.required, ...fields.optional });
  const table = await openTable(sample.path, {
    required: Object.keys(fields.required),
    optional: Object.keys(fields.optional),
    synonyms: new Map(all.flatMap(([field, names]) => names.map((name) => [name, field] as const))),
    hasBlanks: true,
    savedMappings: [],
    isVerbose,
  });
  return { columns: table.columns, notices: () => table.notices, rows: (meter) => table.rows(meter) };
}

async function openRecords(
  sample: FileSample,
  { required, optional, member }: FieldNames,
): Promise<FieldRows> {
  const peek = peekJson(sample);
  const json = await openJson(sample.path, peek?.layout ?? 'list');
  const fieldOfName = new Map(
    Object.entries({ ...required, ...optional }).flatMap(([field, names]) =>
      names.map((name) => [name, field] as const),
    ),
  );
  let unread = createTally();
  return {
    columns: [],
    notices: () => [...json.notices, ...noteTally('Not read from the records', unread)],
    rows: async function* (meter) {
      unread = createTally();
      for await (const records of json.records(meter))
        yield records
          .filter(({ key }) => key === undefined || key === member)
          .map((record) => toRow(record, { file: sample.path, fieldOfName, unread }));
    },
  };
}

function toRow(
  record: JsonRecordRead,
  context: {
    readonly file: string;
    readonly fieldOfName: ReadonlyMap<string, string>;
    readonly unread: Tally;
  },
): SourceRow {
  const { line, raw, problem } = record;
  const row = { file: context.file, line, raw, cells: new Map<string, string>() };
  if (problem !== undefined) return { ...row, problem: { column: '', reason: problem } };
  if (!isRecord(record.value)) return { ...row, problem: { column: '', reason: 'it is no record' } };
  for (const name of Object.keys(record.value)) {
    const field = context.fieldOfName.get(toPlainName(name));
    const cell = toText(fieldOf(record.value, name)) ?? '';
    if (field === undefined) context.unread.add(name);
    else if (cell !== '' && !row.cells.has(field)) row.cells.set(field, cell);
  }
  return row;
}
