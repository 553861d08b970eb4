import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Batch, Counts, UpsertReport } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import type { LoadId } from '@/lib/model/ids';
import type { KnownIds } from '@/lib/model/known-ids';
import { StoredLoad } from '@/lib/model/stored-load';

import { noCounts } from '../load-report';
import type { LoadTarget } from '../load-options';
import { createBatchGatherer } from './batch-gatherer';
import { IMPORT_ARGUMENTS, toImportArguments } from './import-arguments';
import { createNameIndex } from './name-index';
import { createTables, type Tables } from './tables';

/** Takes what a store takes, and writes tables for Neo4j's importer instead. */
export interface OfflineWriter extends LoadTarget {
  /**
   * Writes the tables from what was gathered, then `import.args`, which says that they are
   * complete.
   * @returns how many of everything there are; the reports of the batches say 0, since it is not
   *   known before
   * @throws `unavailable` when the disk is full
   */
  finish(): Counts;
  /** Whether something could not be written, so that the rest would make no whole graph. */
  isBroken(): boolean;
  /** Without `finish` before it, takes everything back that was written, so that the folder is empty again. */
  close(): void;
}

const GATHERED = 'gathered';
const BATCH_ITEMS = 2_000;

/**
 * Creates a writer of import tables. Batches mean what they mean to `GraphStore.upsert`.
 *
 * Whatever comes in many rows is first gathered on disk, in heaps by id, so that memory grows with
 * passages (32 bytes each) and declared entities, not with rows; the disk holds about three times
 * the input.
 * @param folder - an empty folder, or one that does not exist yet
 * @throws `invalid` for a folder with something in it
 */
export function createOfflineWriter(folder: string): OfflineWriter {
  takeFolder(folder);
  const gathered = path.join(folder, GATHERED);
  const tables = createTables(folder);
  const gatherer = createBatchGatherer(gathered, tables);
  const names = createNameIndex();
  const loads = new Map<string, StoredLoad>();
  let isFinished = false;
  let isBroken = false;

  function take(batch: Batch): UpsertReport {
    try {
      const leftOut = gatherer.take(batch);
      for (const entry of batch.entities) names.add(entry);
      loads.set(batch.load.id, StoredLoad.parse({ ...loads.get(batch.load.id), ...batch.load, evidence: 0 }));
      return { created: noCounts, unchanged: 0, ...leftOut };
    } catch (error) {
      isBroken ||= !(error instanceof EntenteError) || error.failure !== 'invalid';
      throw error;
    }
  }

  return {
    upsert: (batch) => Promise.resolve(batch).then(take),
    prepare: () => Promise.resolve(),
    findLoad: (id) => Promise.resolve(loads.get(id)),
    loads: () => Promise.resolve([...loads.values()]),
    // The tables begin empty and are written at once: nothing of them is taken back.
    concerns: () => Promise.resolve(false),
    undo: refuseUndo,
    findNames: (cells) => Promise.resolve(names.find(cells)),
    findKnown: () => Promise.resolve(nothing),
    entityNames: () => names.pages(),
    batchItems: BATCH_ITEMS,
    finish: () => {
      const { counts, listDelimiter } = gatherer.write();
      rmSync(gathered, { recursive: true, force: true });
      writeArguments(folder, tables, listDelimiter);
      isFinished = true;
      return counts;
    },
    isBroken: () => isBroken,
    close: () => {
      rmSync(gathered, { recursive: true, force: true });
      if (isFinished) return;
      for (const table of Object.values(tables)) rmSync(path.join(folder, table.file), { force: true });
    },
  };
}

/** Only a preview asks for what is known, and there is nothing before the tables. */
const nothing: KnownIds = { entities: [], relations: [], evidence: [], passages: [], documents: [] };

function refuseUndo(load: LoadId): Promise<never> {
  return Promise.reject(
    new EntenteError(
      'invalid',
      `The load ${load} would have to be undone, since two of the paths are the same dataset but merge different entities. Write them to two folders, or combine them into one dataset.`,
    ),
  );
}

function takeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length === 0) return;
  throw new EntenteError(
    'invalid',
    `${folder} is not empty. Choose an empty or new folder, so that nothing from another load is imported with this one.`,
  );
}

/** Written beside its place and moved there, so that it is there whole or not at all. */
function writeArguments(folder: string, tables: Tables, listDelimiter: string): void {
  const lines = toImportArguments(
    Object.values(tables).map((table) => table.close()),
    listDelimiter,
  );
  const file = path.join(folder, IMPORT_ARGUMENTS);
  writeFileSync(`${file}.part`, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}
