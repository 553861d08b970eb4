import { detectEncoding, UTF_8 } from '../../bytes/detect-encoding';
import type { Meter } from '../../bytes/meter';
import { readRecords, type CsvRecord } from '../../table/read-records';
import type { Layout } from './layout';

/** A record of a table of GDELT: its cells by field, trimmed and empty where there is none; or why it cannot be read. */
export interface GdeltRecord<Field extends string> {
  readonly line: number;
  readonly raw: string;
  readonly at: (field: Field) => string;
  readonly problem: string | undefined;
}

/**
 * Reads a table of GDELT in flat memory.
 *
 * @param noun what a record is called in messages: "event"
 */
export async function* readTable<Field extends string>(
  path: string,
  layout: Layout<Field>,
  { noun, meter }: { readonly noun: string; readonly meter?: Meter | undefined },
): AsyncGenerator<readonly GdeltRecord<Field>[]> {
  const { delimiter, hasHeader, width } = layout;
  const dialect = { delimiter, quoting: hasHeader ? 'csv' : 'none', width } as const;
  const encoding = hasHeader ? await detectEncoding(path) : UTF_8;
  let isHeader = hasHeader;
  for await (const records of readRecords(path, dialect, { encoding, meter })) {
    const rows = isHeader ? records.slice(1) : records;
    if (records.length > 0) isHeader = false;
    yield rows.map((record) => toRecord(record, layout, noun));
  }
}

function toRecord<Field extends string>(
  record: CsvRecord,
  { places, width }: Layout<Field>,
  noun: string,
): GdeltRecord<Field> {
  const { line, raw, cells } = record;
  const at = (field: Field): string => cells[places.get(field) ?? width]?.trim() ?? '';
  return { line, raw, at, problem: findProblem(record, width, noun) };
}

function findProblem(
  { problem, cells: { length }, isBroken, raw }: CsvRecord,
  width: number,
  noun: string,
): string | undefined {
  if (problem !== undefined) return problem;
  if (length !== width) return `the ${noun} has ${length} cells where GDELT has ${width}`;
  return isBroken || raw.includes('\0') ? `the ${noun} is not UTF-8 text` : undefined;
}
