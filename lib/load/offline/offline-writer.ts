import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Counts } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import type { GraphStore } from '@/lib/store/types';

import { noCounts } from '../load-report';
import { createBatchGatherer } from './batch-gatherer';
import { toImportArguments } from './import-arguments';
import { createNameIndex } from './name-index';
import { createTables, type Tables } from './tables';

/** Takes what a store takes, and writes tables for Neo4j's importer instead. */
export interface OfflineWriter extends Pick<
  GraphStore,
  'upsert' | 'findCheckpoint' | 'findNames' | 'entityNames' | 'batchItems'
> {
  /**
   * Writes the tables from what was gathered, and `import.args`, which says that they are complete. Out: how many of everything there
   * are; the reports of the batches say 0, since it is not known before. Throws `unavailable` when the disk is full.
   */
  finish(): Counts;
  /** Deletes what was gathered and not written; after `finish` there is nothing of it. */
  close(): Promise<void>;
}

const IMPORT_ARGUMENTS = 'import.args';
const GATHERED = 'gathered';
const BATCH_ITEMS = 2_000;

/**
 * In: a folder that is empty or not there. Out: a writer into it. Everything that comes in many rows is gathered on disk first, in heaps by
 * its id, so that memory grows with passages (32 bytes each) and declared entities, and not with rows; the disk holds about three times the
 * input. What the batches mean is what `GraphStore.upsert` makes of them. Throws `invalid` for a folder with something in it.
 */
export function createOfflineWriter(folder: string): OfflineWriter {
  takeFolder(folder);
  const gathered = path.join(folder, GATHERED);
  const tables = createTables(folder);
  const gatherer = createBatchGatherer(gathered, tables);
  const names = createNameIndex();

  function deleteGathered(): void {
    rmSync(gathered, { recursive: true, force: true });
  }

  return {
    upsert: async (batch) => {
      const leftOut = await Promise.resolve(batch).then(gatherer.take);
      for (const entry of batch.entities) names.add(entry);
      return { created: noCounts, unchanged: 0, ...leftOut };
    },
    findCheckpoint: () => Promise.resolve(undefined),
    findNames: (cells) => Promise.resolve(names.find(cells)),
    entityNames: () => names.pages(),
    batchItems: BATCH_ITEMS,
    finish: () => {
      const { counts, listDelimiter } = gatherer.write();
      deleteGathered();
      writeArguments(folder, tables, listDelimiter);
      return counts;
    },
    close: () => Promise.resolve().then(deleteGathered),
  };
}

function takeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length === 0) return;
  throw new EntenteError(
    'invalid',
    `${folder} holds something already. Name a folder that is empty or not there, so that nothing of another load is imported with this one.`,
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
