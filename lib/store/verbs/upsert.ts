import { randomUUID } from 'node:crypto';

import type { Batch, UpsertReport } from '@/lib/model/batch';
import type { Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';
import { RelationTypeName } from '@/lib/model/relation-type';

import { BUMP_EPOCH, LOCK_STORE, SAVE_LOAD } from '../cypher/upsert-statements';
import type { Engine, Transaction } from '../engine';
import { assertKnownReferences } from './known-references';
import { toRelationPlaces, upsertEvidence } from './upsert-evidence';
import { upsertEntities } from './upsert-entities';
import { upsertDocuments, upsertMentions, upsertPassages } from './upsert-passages';
import { upsertTypes } from './upsert-types';

/**
 * Stores a batch in one transaction with the load's checkpoint, and changes the epoch when it changed anything else.
 *
 * Throws `invalid` when the batch names something that is neither in it nor in the store.
 */
export async function upsert(engine: Engine, batch: Batch): Promise<UpsertReport> {
  for (const { type } of batch.relations) RelationTypeName.parse(type);
  return engine.write((transaction) => upsertIn(transaction, batch, engine.dynamicTypes));
}

async function upsertIn(
  transaction: Transaction,
  batch: Batch,
  dynamicTypes: boolean,
): Promise<UpsertReport> {
  await transaction.run(LOCK_STORE);
  // Passages, mentions and entities go before known evidence is left out: a known row may bring new ones.
  const types = await upsertTypes(transaction, batch.types, batch.load.id);
  const entities = await upsertEntities(transaction, batch.entities, batch.load.id);
  const documents = await upsertDocuments(transaction, batch, documentsOf(batch));
  const passageDocuments = await assertKnownReferences(transaction, batch, {
    types: types.types,
    documents: documents.known,
  });
  const passages = await upsertPassages(transaction, batch.passages);
  const mentions = await upsertMentions(transaction, batch, passages);
  const evidence = batch.evidence.filter((each) => !citesOneOf(each, passages.refused));
  const stored = await upsertEvidence(
    { transaction, dynamicTypes },
    {
      load: batch.load.id,
      evidence,
      relations: new Map(batch.relations.map((relation): [string, Relation] => [relation.id, relation])),
      places: await toRelationPlaces(transaction, evidence, batch.relations),
      types: types.types,
      passageDocuments,
    },
  );
  const { isDone = null, merges = null, ...load } = batch.load;
  const support = stored.evidence + stored.supported;
  await transaction.run(SAVE_LOAD, { ...load, isDone, merges, evidence: support });
  const changes = entities.created.length + entities.updated.length + passages.created.length + mentions;
  if (types.changed || documents.changed || stored.changed || changes > 0) {
    await transaction.run(BUMP_EPOCH, { seed: randomUUID() });
  }
  transaction.noteChanged({
    entities: [...entities.created, ...entities.updated],
    passages: passages.created,
  });
  return {
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
}

function documentsOf({ passages }: Batch) {
  return passages.map(({ document }) => document);
}

function citesOneOf({ passage }: Evidence, passages: ReadonlySet<string>): boolean {
  return passage !== undefined && passages.has(passage);
}
