import path from 'node:path';

import { countNewEvents, makeEvents, withNewEvents } from './events';
import type { Keeper } from './keeper';
import type { LoadBenchOptions } from './options';
import type { Expected } from './results';
import { eventFormats, writeEvents } from './write-events';

interface Pair {
  readonly first: string;
  /** Of the same name in another folder, as a later version of the same file. */
  readonly changed: string;
}

export interface LoadFiles {
  readonly forCommand: Pair;
  readonly forBaselines: Pair;
  readonly expected: Expected;
  /** Writes a file of so many rows for the command. */
  makeSized(rows: number): Promise<{ readonly file: string; readonly remove: () => Promise<void> }>;
}

/** Writes the files that are loaded into a folder that goes with the run. */
export async function writeLoadFiles(
  { events, rows, isCsv }: LoadBenchOptions,
  keeper: Keeper,
): Promise<LoadFiles> {
  const { folder } = await keeper.makeFolder();
  const writePair = async (format: keyof typeof eventFormats) => {
    const make = () => makeEvents(events, rows);
    const first = await writeEvents(path.join(folder, 'first'), eventFormats[format], make());
    const changed = await writeEvents(
      path.join(folder, 'changed'),
      eventFormats[format],
      withNewEvents(make()),
    );
    return { first, changed };
  };
  const forCommand = await writePair(isCsv ? 'csv' : 'tsv');
  const forBaselines = isCsv ? await writePair('tsv') : forCommand;
  const { rows: written, actors } = forCommand.first;
  return {
    forCommand: { first: forCommand.first.path, changed: forCommand.changed.path },
    forBaselines: { first: forBaselines.first.path, changed: forBaselines.changed.path },
    expected: { rows: written, newRows: countNewEvents(written), actors },
    makeSized: async (size) => {
      const own = await keeper.makeFolder();
      const format = eventFormats[isCsv ? 'csv' : 'tsv'];
      const { path: file } = await writeEvents(own.folder, format, makeEvents(events, size));
      return { file, remove: own.remove };
    },
  };
}
