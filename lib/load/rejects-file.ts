import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { stringify } from 'csv-stringify/sync';

import { neutraliseCell } from '@/lib/model/formula-cell';
import type { Reject } from '@/lib/model/reject';
import { REJECT_COLUMNS } from '@/lib/ingest/read-table';
import { tripleColumns } from '@/lib/ingest/triple-columns';

/** Where the refused rows go, with their reasons: a CSV file that can be mended and loaded, made when the first one comes. */
export interface RejectsFile {
  add(reject: Reject, cells: ReadonlyMap<string, string> | undefined): Promise<void>;
  /** Out: the file's path, or null when there was nothing to write. */
  close(): Promise<string | null>;
}

const columns = [...tripleColumns.required, ...tripleColumns.optional];
const SHELTERED_NAME = /[^\p{L}\p{N}_-]+/gu;
const FLUSH_AT_CHARACTERS = 64 * 1024;

/** In: the data folder, and the dataset that the run begins with. */
export function createRejectsFile(dataFolder: string, dataset: string): RejectsFile {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/gu, '');
  const file = path.join(
    dataFolder,
    'rejects',
    `${dataset.replace(SHELTERED_NAME, '_').slice(0, 80)}-${time}.csv`,
  );
  let handle: FileHandle | undefined;
  let waiting = '';

  async function flush(): Promise<void> {
    const text = waiting;
    waiting = '';
    if (text !== '') await handle?.appendFile(text);
  }

  return {
    add: async (reject, cells) => {
      if (handle === undefined) {
        await mkdir(path.dirname(file), { recursive: true });
        handle = await open(file, 'a', 0o600);
        waiting += stringify([[...REJECT_COLUMNS, ...columns, 'row']]);
      }
      const own = [reject.file, String(reject.line), reject.column, reject.reason];
      const row = columns.map((column) => cells?.get(column) ?? '');
      waiting += stringify([[...own, ...row, reject.row].map(neutraliseCell)]);
      if (waiting.length > FLUSH_AT_CHARACTERS) await flush();
    },
    close: async () => {
      if (handle === undefined) return null;
      await flush();
      await handle.close();
      return file;
    },
  };
}
