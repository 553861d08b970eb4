import { randomUUID } from 'node:crypto';

import type { Batch, UpsertReport } from '@/lib/model/batch';
import type { Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';
import { RelationTypeName } from '@/lib/model/relation-type';

import { LOCK_STORE, SAVE_LOAD, SAVE_LOAD_AND_EPOCH, SOME_EVIDENCE } from '../cypher/upsert-statements';
import type { Engine, Transaction } from '../engine';
import { assertKnownReferences } from './known-references';
import { toRelationPlaces, upsertEvidence } from './upsert-evidence';
import { upsertEntities } from './upsert-entities';
import { upsertDocuments, upsertMentions, upsertPassages } from './upsert-passages';
import type { RelationWriter } from './upsert-relations';
import { upsertTypes } from './upsert-types';
import { write } from './write';
import type { Learnt, WriterMemory, WriteState, Written } from './writer-memory';
import { createWritten, toWriteState } from './writer-memory';

/**
 * Stores a batch in one transaction with the load's checkpoint, and changes the epoch when it changed anything else.
 *
 * Throws `invalid` when the batch names something that is neither in it nor in the store.
 */
export async function upsert({ engine, memory, onSent }: UpsertRun, batch: Batch): Promise<UpsertReport> {
  for (const type of new Set(batch.relations.map((relation) => relation.type))) RelationTypeName.parse(type);
  const { report, state, learnt } = await write(
    engine,
    (transaction) => upsertIn({ transaction, dynamicTypes: engine.dynamicTypes }, memory, batch),
    onSent,
  );
  memory.keep(state, learnt);
  return report;
}

interface UpsertRun {
  readonly engine: Engine;
  readonly memory: WriterMemory;
  readonly onSent?: (() => void) | undefined;
}

interface Upserted {
  readonly report: UpsertReport;
  readonly state: WriteState;
  readonly learnt: Learnt;
}

async function upsertIn(writer: RelationWriter, memory: WriterMemory, batch: Batch): Promise<Upserted> {
  const { transaction } = writer;
  const load = batch.load.id;
  const seed = randomUUID();
  const [store] = await transaction.run(LOCK_STORE);
  const state = toWriteState(store, seed);
  const remembered = memory.recall(state);
  const written = remembered.isCurrent ? remembered.written : await findWritten(transaction);
  // Passages, mentions and entities go before known evidence is left out: a known row may bring new ones.
  const types = await upsertTypes(transaction, batch.types, { load, remembered: remembered.types });
  const entities = await upsertEntities(transaction, batch.entities, {
    load,
    remembered: remembered.entities,
  });
  const documents = await upsertDocuments(transaction, batch, documentsOf(batch));
  const passageDocuments = await assertKnownReferences(transaction, batch, {
    types: types.types,
    documents: documents.known,
  });
  const passages = await upsertPassages(transaction, batch.passages);
  const mentions = await upsertMentions(transaction, batch, passages);
  const evidence = batch.evidence.filter((each) => !citesOneOf(each, passages.refused));
  const stored = await upsertEvidence(writer, {
    load,
    evidence,
    relations: new Map(batch.relations.map((relation): [string, Relation] => [relation.id, relation])),
    places: await toRelationPlaces(transaction, evidence, batch.relations),
    types: types.types,
    passageDocuments,
    written,
  });
  const { isDone = null, merges = null, ...checkpoint } = batch.load;
  const support = stored.evidence + stored.supported;
  const changes = entities.created.length + entities.updated.length + passages.created.length + mentions;
  const hasChanged = types.changed || documents.changed || stored.changed || changes > 0;
  const saved = { ...checkpoint, isDone, merges, evidence: support };
  if (hasChanged) transaction.send(SAVE_LOAD_AND_EPOCH, { ...saved, seed });
  else transaction.send(SAVE_LOAD, saved);
  transaction.noteChanged({
    entities: [...entities.created, ...entities.updated],
    passages: passages.created,
  });
  const report = {
    created: {
      entities: entities.created.length,
      relations: stored.relations,
      evidence: stored.evidence,
      passages: passages.created.length,
      documents: documents.created,
    },
    unchanged: stored.unchanged,
    changedPassages: [...passages.refused],
    refusedEvidence: batch.evidence.filter((each) => citesOneOf(each, passages.refused)).map(({ id }) => id),
  };
  return { report, state, learnt: { ...toLearnt(batch), types: types.declared, written } };
}

function toLearnt({ entities, evidence, relations }: Batch): Omit<Learnt, 'types' | 'written'> {
  return {
    entities: entities.map(({ entity }) => entity.id),
    evidence: evidence.map(({ id }) => id),
    relations: relations.map(({ id }) => id),
  };
}

/** Out: what is written in a graph without evidence: nothing yet. Undefined for any other graph, which has to be asked. */
async function findWritten(transaction: Transaction): Promise<Written | undefined> {
  const some = await transaction.run(SOME_EVIDENCE);
  return some.length === 0 ? createWritten() : undefined;
}

function documentsOf({ passages }: Batch) {
  return passages.map(({ document }) => document);
}

function citesOneOf({ passage }: Evidence, passages: ReadonlySet<string>): boolean {
  return passage !== undefined && passages.has(passage);
}
