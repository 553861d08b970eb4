import path from 'node:path';

import type { Meter } from '../../bytes/meter';
import { fieldOf, toText, type JsonRecord } from '../../json/json-value';
import { readCommaTable } from '../../table/read-comma-table';
import { openParquet, type RecordRow } from '../../table/read-parquet';
import type { Piece } from '../../source';

export interface TableReading {
  readonly meter: Meter;
  /** Takes the rows that cannot be read. */
  readonly broken: Piece[];
}

/**
 * Reads some columns of a table, Parquet or CSV.
 *
 * @throws What `openParquet` throws.
 */
export async function* readTable(
  file: string,
  columns: readonly string[],
  { meter, broken }: TableReading,
): AsyncGenerator<readonly RecordRow[]> {
  if (path.extname(file).toLowerCase() === '.parquet') {
    const parquet = await openParquet(file);
    yield* parquet.rows(columns, meter);
    return;
  }
  yield* readCommaTable(
    file,
    ({ line, raw, problem }) => {
      const reason = problem ?? 'the row does not have as many cells as the header, or cannot be decoded';
      broken.push({ kind: 'reject', reject: { file, line, column: '', reason, row: raw.slice(0, 2000) } });
    },
    meter,
  );
}

const ITEM = /'(?<single>[^']*)'|"(?<double>[^"]*)"/gu;
const NOTHING = new Set(['nan', 'none', 'null', '[]']);

/** Returns the ids of a cell: a list, or a list as Python prints it, with or without commas. */
export function toIds(value: JsonRecord, column: string): readonly string[] {
  const cell = fieldOf(value, column);
  if (Array.isArray(cell)) return cell.flatMap((each) => toText(each) ?? []);
  const text = toText(cell) ?? '';
  if (NOTHING.has(text.toLowerCase())) return [];
  const quoted = [...text.matchAll(ITEM)].map(({ groups }) => groups?.['single'] ?? groups?.['double'] ?? '');
  return quoted.length > 0 ? quoted : text.split(/[\s,[\]]+/u).filter((id) => id !== '');
}

const QUOTED = /^"(?<inside>[^"]+)"$/u;

/** Returns the text of the first column that has one; the oldest tables have quotation marks around names. */
export function textOf(value: JsonRecord, ...columns: readonly string[]): string | undefined {
  for (const column of columns) {
    const text = toText(fieldOf(value, column));
    if (text !== undefined && text.toLowerCase() !== 'nan')
      return QUOTED.exec(text)?.groups?.['inside'] ?? text;
  }
  return undefined;
}
