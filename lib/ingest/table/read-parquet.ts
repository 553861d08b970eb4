import { stat } from 'node:fs/promises';

import { EntenteError } from '@/lib/model/entente-error';

import type { Meter } from '../bytes/meter';
import type { JsonRecord } from '../json/json-value';

/** A row of a table whose cells may be lists: its number, counted from 1, and its cells by column. */
export interface RecordRow {
  readonly line: number;
  readonly value: JsonRecord;
}

/** A Parquet file. */
export interface ParquetFile {
  readonly columns: readonly string[];
  /** Reads some columns of the file from its beginning; rows come group by group, as the file holds them. */
  rows(columns: readonly string[], meter?: Meter): AsyncGenerator<readonly RecordRow[]>;
}

/** Of a group of rows, unpacked; writers make groups of 64 to 128 MiB. */
const LARGEST_GROUP_BYTES = 1024 * 1024 * 1024;

/**
 * Opens a Parquet file, in whatever way it is packed. One group of rows is held in memory at a time.
 *
 * @throws `invalid` when the file is no Parquet, is damaged, or has a group of more than 1 GiB.
 */
export async function openParquet(path: string): Promise<ParquetFile> {
  // Most loads read none, and the tables for unpacking are large.
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } =
    await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const { size } = await stat(path);
  const file = await asyncBufferFromFile(path);
  const metadata = await explainDamage(path, () => parquetMetadataAsync(file));
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  return {
    columns: names,
    rows: async function* (columns, meter) {
      const wanted = columns.filter((column) => names.includes(column));
      let rowStart = 0;
      for (const { num_rows: count, total_byte_size: bytes } of metadata.row_groups) {
        if (bytes > LARGEST_GROUP_BYTES) refuseGroup(path);
        const rowEnd = rowStart + Number(count);
        const options = { file, metadata, compressors, columns: wanted, rowStart, rowEnd };
        const rows: readonly JsonRecord[] = await explainDamage(path, () => parquetReadObjects(options));
        const before = rowStart;
        yield rows.map((row, at) => ({ line: before + at + 1, value: toPlain(row) }));
        meter?.add(size / metadata.row_groups.length);
        rowStart = rowEnd;
      }
    },
  };
}

/** Whether bytes are the beginning of a Parquet file. */
export function isParquet(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1';
}

async function explainDamage<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error) || 'code' in cause) throw cause;
    throw new EntenteError(
      'invalid',
      `${path} cannot be read as Parquet: ${cause.message}. Download or write it again.`,
      { cause },
    );
  }
}

function refuseGroup(path: string): never {
  throw new EntenteError(
    'invalid',
    `${path} has a group of rows of more than 1 GiB; write it with smaller groups.`,
  );
}

/** Whole numbers of 64 bits become numbers where these can hold them, and texts where not. */
function toPlain(row: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlainValue(value)]));
}

function toPlainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlainValue);
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
