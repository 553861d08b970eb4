import { mkdir, open as openFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { stringify } from 'csv-stringify/sync';

import { EntenteError } from '@/lib/model/entente-error';
import { neutraliseCell } from '@/lib/model/formula-cell';
import type { Reject } from '@/lib/model/reject';
import { errorCodeOf } from '@/lib/ingest/bytes/error-code';
import { REJECT_COLUMNS } from '@/lib/ingest/table/read-table';
import { tripleColumns } from '@/lib/ingest/table/triple-columns';

/** Where the refused rows go, with their reasons: a CSV file that can be mended and loaded, made when the first one comes. */
export interface RejectsFile {
  /**
   * Writes a refused row, which is never dropped without a word.
   * @throws `unavailable` when the file cannot be written; so does `close`
   */
  add(reject: Reject, cells: ReadonlyMap<string, string> | undefined): Promise<void>;
  /** Returns the path of the file, or null when nothing was rejected. */
  close(): Promise<string | null>;
}

const columns = [...tripleColumns.required, ...tripleColumns.optional];
const SHELTERED_NAME = /[^\p{L}\p{N}_-]+/gu;
const FLUSH_AT_CHARACTERS = 64 * 1024;

/**
 * Creates the file of rejected rows.
 * @param dataFolder - the data folder
 * @param dataset - the dataset that the run begins with
 */
export function createRejectsFile(dataFolder: string, dataset: string): RejectsFile {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/gu, '');
  const stem = path.join(
    dataFolder,
    'rejects',
    `${dataset.replace(SHELTERED_NAME, '_').slice(0, 80)}-${time}`,
  );
  let file = `${stem}.csv`;
  let handle: FileHandle | undefined;
  let waiting = '';

  async function open(): Promise<FileHandle> {
    await mkdir(path.dirname(file), { recursive: true });
    waiting = stringify([[...REJECT_COLUMNS, ...columns, 'row']]);
    // Two runs may begin within the same second; each has a file of its own.
    for (let run = 2; ; run += 1) {
      try {
        return await openFile(file, 'ax', 0o600);
      } catch (cause) {
        if (errorCodeOf(cause) !== 'EEXIST') throw cause;
        file = `${stem}-${run}.csv`;
      }
    }
  }

  async function flush(): Promise<void> {
    const text = waiting;
    waiting = '';
    if (text !== '') await handle?.appendFile(text);
  }

  return {
    add: async (reject, cells) => {
      handle ??= await translateFailures(file, open);
      const own = [reject.file, String(reject.line), reject.column, reject.reason];
      const row = columns.map((column) => cells?.get(column) ?? '');
      waiting += stringify([[...own, ...row, reject.row].map(neutraliseCell)]);
      if (waiting.length > FLUSH_AT_CHARACTERS) await translateFailures(file, flush);
    },
    close: async () => {
      if (handle === undefined) return null;
      try {
        await translateFailures(file, flush);
      } finally {
        await handle.close();
      }
      return file;
    },
  };
}

async function translateFailures<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError(
      'unavailable',
      `The refused rows cannot be written to ${file}: ${reason}. Free space on that disk, or make the folder writable, then run the same command again: it continues after the last row stored and writes all refused rows.`,
      { cause, isLasting: true },
    );
  }
}
