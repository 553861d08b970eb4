import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { stringify } from 'csv-stringify/sync';

import { neutraliseCell } from '@/lib/model/formula-cell';
import type { Input } from '@/lib/ingest/input';

/** Names that are written in two ways and were read as one, with the dataset they are of. */
type Joining = Pick<Input, 'dataset' | 'joined'>;

/**
 * Lists every spelling that was read as another name, in a file beside the rejects.
 *
 * @returns sentences for the report: where the file is, or why there is none though there should be.
 */
export async function writeJoinedNames(
  dataFolder: string,
  inputs: readonly Joining[],
): Promise<readonly string[]> {
  const rows = inputs.flatMap(({ dataset, joined }) =>
    [...joined()].map(([written, name]) => [dataset, written, name].map(neutraliseCell)),
  );
  if (rows.length === 0) return [];
  const time = new Date().toISOString().replace(/[-:]|\.\d+/gu, '');
  const file = path.join(dataFolder, 'rejects', `names-taken-as-one-${time}.csv`);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, stringify([['dataset', 'written', 'taken for'], ...rows]), { mode: 0o600 });
    return [
      `All ${rows.length} spellings that were merged into another name: ${file}. To keep two apart, give each its own line in entities.csv.`,
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      `The list of ${rows.length} spellings that were merged into another name could not be written to ${file}: ${reason}.`,
    ];
  }
}
