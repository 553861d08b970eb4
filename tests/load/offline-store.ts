import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createOfflineWriter } from '@/lib/load/offline/offline-writer';
import type { Batch, Counts, UpsertReport } from '@/lib/model/batch';
import { createStore } from '@/lib/store/create-store';
import { openNeo4j } from '@/lib/store/drivers/neo4j/open-neo4j';
import type { GraphStore } from '@/lib/store/types';
import { importFolder } from '@/scripts/neo4j/import-folder';
import { startNeo4j } from '@/scripts/neo4j/start-neo4j';

import type { TestStore } from '../contract/test-store';

/** A store whose database came out of the importer. */
export interface ImportedStore {
  readonly store: GraphStore;
  readonly openSecond: () => Promise<GraphStore>;
  /** Deletes everything that is in it. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WrittenBatches {
  readonly counts: Counts;
  readonly reports: readonly UpsertReport[];
}

/** Writes batches, in their order, as tables in a folder. */
export async function writeOffline(batches: readonly Batch[], folder: string): Promise<WrittenBatches> {
  const writer = createOfflineWriter(folder);
  try {
    const reports: UpsertReport[] = [];
    for (const batch of batches) reports.push(await writer.upsert(batch));
    return { reports, counts: writer.finish() };
  } finally {
    writer.close();
  }
}

/**
 * Imports a folder of tables into a home, which is created or emptied, and opens the store of its
 * Neo4j.
 */
export async function openImported(tables: string, home: string): Promise<ImportedStore> {
  await importFolder({ folder: tables, home, overwrites: true, quick: true });
  return openHome(home);
}

/** Opens the store of a home with a database. */
export async function openHome(home: string): Promise<ImportedStore> {
  const neo4j = await startNeo4j({ home, quick: true });
  try {
    const engine = await openNeo4j(neo4j);
    const store = createStore(engine);
    return {
      store,
      empty: async () => {
        await engine.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
      },
      openSecond: async () => createStore(await openNeo4j(neo4j)),
      close: async () => {
        await store.close();
        await neo4j.stop();
      },
    };
  } catch (cause) {
    await neo4j.stop();
    throw cause;
  }
}

/**
 * Opens a store as the contract suites ask for it, empty: its first batch goes through the
 * importer, later ones are stored as always.
 * @param home - a home of Neo4j that may be reused, one store after the other
 */
export function openByImport(home: string): TestStore {
  let imported: ImportedStore | undefined;
  const now = (): ImportedStore => {
    if (imported === undefined) throw new Error('Nothing is imported yet: store a batch first.');
    return imported;
  };

  async function importFirst(batch: Batch): Promise<UpsertReport> {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-tables-'));
    try {
      const { counts, reports } = await writeOffline([batch], folder);
      imported = await openImported(folder, home);
      const [report] = reports;
      if (report === undefined) throw new Error('A batch has no report.');
      return { ...report, created: counts };
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  const store: GraphStore = {
    upsert: (batch) => imported?.store.upsert(batch) ?? importFirst(batch),
    prepare: (batch) => imported?.store.prepare(batch) ?? Promise.resolve(),
    findLoad: (id) => now().store.findLoad(id),
    loads: () => now().store.loads(),
    concerns: (id, entities) => now().store.concerns(id, entities),
    undo: (id, options) => now().store.undo(id, options),
    findNames: (cells) => now().store.findNames(cells),
    entityNames: () => now().store.entityNames(),
    findKnown: (ids) => now().store.findKnown(ids),
    batchItems: 2_000,
    findEntity: (id, filter) => now().store.findEntity(id, filter),
    findPassages: (query) => now().store.findPassages(query),
    search: (query) => now().store.search(query),
    slice: (query) => now().store.slice(query),
    findRelation: (id) => now().store.findRelation(id),
    findBetween: (pair, filter) => now().store.findBetween(pair, filter),
    facets: (filter) => now().store.facets(filter),
    highlights: () => now().store.highlights(),
    documents: () => now().store.documents(),
    findDocument: (id) => now().store.findDocument(id),
    summary: () => now().store.summary(),
    schema: () => now().store.schema(),
    epoch: () => now().store.epoch(),
    sessionEpoch: () => now().store.sessionEpoch(),
    endSessions: () => now().store.endSessions(),
    cypher: (request) => now().store.cypher(request),
    close: () => now().store.close(),
  };
  return {
    store,
    openSecond: () => now().openSecond(),
    close: async () => imported?.close(),
  };
}
