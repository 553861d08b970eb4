import type { Batch } from '@/lib/model/batch';
import type { Facets } from '@/lib/model/facets';
import type { Highlights } from '@/lib/model/highlights';
import type { GraphSlice } from '@/lib/model/slice';
import type { Summary } from '@/lib/model/summary';

import { BUMP_SESSION_EPOCH } from './cypher/upsert-statements';
import { STORE_STATE } from './cypher/summary-queries';
import type { Engine } from './engine';
import type { GraphStore } from './types';
import { concerns } from './verbs/read/concerns';
import { entityNames } from './verbs/read/entity-names';
import { dropUnknown } from './verbs/write/drop-unknown';
import { createEpochCache } from './verbs/read/epoch-cache';
import { facets } from './verbs/read/facets';
import { documents, findDocument } from './verbs/read/find-document';
import { findEntity } from './verbs/read/find-entity';
import { findKnown } from './verbs/write/find-known';
import { findLoad, loads } from './verbs/read/find-load';
import { findNames } from './verbs/read/find-names';
import { findPassages } from './verbs/read/find-passages';
import { findBetween, findRelation } from './verbs/read/find-relation';
import { highlights } from './verbs/read/highlights';
import { numberOf, optionalTextOf } from './verbs/rows/row-values';
import type { PreparedBatch } from './verbs/write/prepare-batch';
import { prepareBatch } from './verbs/write/prepare-batch';
import { search } from './verbs/read/search';
import { slice } from './verbs/read/slice';
import { summary } from './verbs/read/summary';
import { undo } from './verbs/undo/undo';
import { upsert } from './verbs/write/upsert';
import { createWriterMemory } from './verbs/write/writer-memory';

/**
 * Creates the store over an engine; closing the store closes the engine.
 * @param engine - the database that the store reads and writes
 */
export function createStore(engine: Engine): GraphStore {
  const epoch = () => readEpoch(engine);
  const overviews = createEpochCache<GraphSlice>(epoch);
  const memory = createWriterMemory();
  const prepared = new WeakMap<Batch, PreparedBatch>();
  const facetAnswers = createEpochCache<Facets>(epoch);
  const highlightAnswers = createEpochCache<Highlights>(epoch);
  const summaries = createEpochCache<Summary>(epoch);
  return {
    prepare: async (batch) => {
      const ahead = await prepareBatch({ memory, dynamicTypes: engine.dynamicTypes }, batch);
      if (ahead) prepared.set(batch, ahead);
    },
    upsert: (batch, onSent) => upsert({ engine, memory, onSent, prepared: prepared.get(batch) }, batch),
    findLoad: (id) => findLoad(engine, id),
    loads: () => loads(engine),
    concerns: (load, entities) => concerns(engine, load, entities),
    undo: (load, options) => undo(engine, load, options),
    findNames: async (cells, dataset) =>
      findNames(engine, await dropUnknown({ engine, memory }, cells), dataset),
    entityNames: () => entityNames(engine),
    findKnown: (ids) => findKnown(engine, ids),
    batchItems: engine.batchItems,
    findEntity: (id, filter) => findEntity(engine, id, filter),
    findPassages: (query) => findPassages(engine, query),
    search: (query) => search(engine, query),
    slice: (query) =>
      query.seeds.length > 0
        ? slice(engine, query)
        : overviews(JSON.stringify(query), () => slice(engine, query)),
    findRelation: (id) => findRelation(engine, id),
    findBetween: (pair, filter) => findBetween(engine, pair, filter),
    facets: (filter) => facetAnswers(JSON.stringify(filter), () => facets(engine, filter)),
    highlights: () => highlightAnswers('highlights', () => highlights(engine)),
    documents: () => documents(engine),
    findDocument: (id) => findDocument(engine, id),
    summary: () => summaries('summary', () => summary(engine)),
    schema: () => engine.schema(),
    epoch,
    sessionEpoch: async () => {
      const [state] = await engine.read(STORE_STATE);
      return numberOf(state, 'sessionEpoch');
    },
    endSessions: async () => {
      await engine.write((transaction) => transaction.run(BUMP_SESSION_EPOCH));
    },
    cypher: (request) => engine.cypher(request),
    close: () => engine.close(),
  };
}

async function readEpoch(engine: Engine): Promise<string> {
  const [state] = await engine.read(STORE_STATE);
  // Counting alone would repeat after the store was emptied and filled anew.
  const seed = state === undefined ? undefined : optionalTextOf(state, 'seed');
  return seed === undefined ? 'empty' : `${seed}-${numberOf(state, 'epoch')}`;
}
