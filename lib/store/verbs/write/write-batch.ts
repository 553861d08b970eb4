import { randomUUID } from 'node:crypto';

import type { Batch, Load, UpsertReport } from '@/lib/model/batch';
import type { Evidence } from '@/lib/model/evidence';
import type { Relation } from '@/lib/model/relation';

import { SAVE_LOAD, SAVE_LOAD_AND_EPOCH, SOME_ENTITY, SOME_EVIDENCE } from '../../cypher/upsert-statements';
import type { Transaction } from '../../engine';
import { assertKnownReferences } from './known-references';
import type { KnownEvidence } from './upsert-evidence';
import { findKnownEvidence, toRelationPlaces, upsertEvidence } from './upsert-evidence';
import { upsertEntities } from './upsert-entities';
import { upsertDocuments, upsertMentions, upsertPassages } from './upsert-passages';
import type { RelationWriter } from './upsert-relations';
import { upsertTypes } from './upsert-types';
import type { WriteTransaction } from './write';
import type { Learnt, Remembered, Written } from './writer-memory';
import { createWritten } from './writer-memory';

export interface WrittenBatch {
  readonly report: UpsertReport;
  readonly learnt: Omit<Learnt, 'follows'>;
}

interface Before {
  /** What is known to be in the graph; undefined where all has to be asked. */
  readonly remembered: Remembered | undefined;
  /** Which of the evidence is there, where that was asked already. */
  readonly asking?: Promise<KnownEvidence> | undefined;
}

/** What is there before a batch is written. */
interface Found {
  readonly written: Written | undefined;
  readonly known: KnownEvidence;
}

/**
 * Writes a batch with the load's checkpoint, and changes the epoch when it changed anything else.
 * @throws `invalid` when the batch names something that is neither in it nor in the store
 */
export async function writeBatch(
  writer: RelationWriter,
  batch: Batch,
  before: Before,
): Promise<WrittenBatch> {
  const found = await find(writer.transaction, batch, before);
  const { stored, others, older } = found.known;
  const isKnown = others.length + older.length === 0 && batch.evidence.every(({ id }) => stored.has(id));
  if (isKnown && bringsEvidenceOnly(batch)) return confirm(writer, batch, before);
  return writeParts(writer, batch, { ...before, ...found });
}

async function find(
  transaction: Transaction,
  { evidence, load }: Batch,
  { remembered, asking }: Before,
): Promise<Found> {
  const asked = await asking;
  const isFilled = asked !== undefined && asked.stored.size > 0;
  const written = remembered || isFilled ? remembered?.written : await findWritten(transaction);
  return {
    written,
    known: asked ?? (await findKnownEvidence(transaction, evidence, { load: load.id, written })),
  };
}

async function writeParts(
  writer: RelationWriter,
  batch: Batch,
  { remembered, written, known }: Before & Found,
): Promise<WrittenBatch> {
  const { transaction } = writer;
  const load = batch.load.id;
  // Passages, mentions and entities go before known evidence is left out: a known row may bring new ones.
  const types = await upsertTypes(transaction, batch.types, { load, remembered: remembered?.types });
  const entities = await upsertEntities(transaction, batch.entities, {
    load,
    remembered: remembered?.entities ?? new Set(),
    written: written?.entities,
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
    known,
    written,
  });
  const changes = entities.created.length + entities.updated.length + passages.created.length + mentions;
  const hasChanged = types.changed || documents.changed || stored.changed || changes > 0;
  save(transaction, batch.load, { support: stored.evidence + stored.supported, hasChanged });
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
  return { report, learnt: { ...toLearnt(batch), types: types.declared, written } };
}

/** Whether all that a batch brings is there where its evidence is. A place may fill a gap. */
function bringsEvidenceOnly({ isTriplesOnly, relations }: Batch): boolean {
  return isTriplesOnly === true && relations.every(({ place }) => place === undefined);
}

/** Writes no more than the checkpoint, where that was not sent with the question. */
function confirm(
  { transaction }: RelationWriter,
  batch: Batch,
  { remembered, asking }: Before,
): WrittenBatch {
  if (asking === undefined || batch.load.isDone !== true) saveUnchanged(transaction, batch.load);
  const report = {
    created: { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 },
    unchanged: new Set(batch.evidence.map(({ id }) => id)).size,
    changedPassages: [],
    refusedEvidence: [],
  };
  return { report, learnt: { ...toLearnt(batch), types: remembered?.types, written: remembered?.written } };
}

/** Saves the checkpoint of a batch that brings nothing. */
export function saveUnchanged(transaction: WriteTransaction, load: Load): void {
  save(transaction, load, { support: 0, hasChanged: false });
}

/** `support`: how much the load brings or says again with this. */
function save(
  transaction: WriteTransaction,
  load: Load,
  { support, hasChanged }: { readonly support: number; readonly hasChanged: boolean },
): void {
  const saved = { ...load, isDone: load.isDone ?? null, merges: load.merges ?? null, evidence: support };
  if (hasChanged) transaction.send(SAVE_LOAD_AND_EPOCH, { ...saved, seed: randomUUID() });
  else transaction.send(SAVE_LOAD, saved);
}

function toLearnt({
  entities,
  evidence,
  relations,
}: Batch): Pick<Learnt, 'entities' | 'evidence' | 'relations'> {
  return {
    entities,
    evidence: evidence.map(({ id }) => id),
    relations: relations.map(({ id }) => id),
  };
}

/**
 * @returns what is stored in a graph without evidence, which is nothing yet; undefined for any
 *   other graph, which has to be asked
 */
async function findWritten(transaction: Transaction): Promise<Written | undefined> {
  const evidence = await transaction.run(SOME_EVIDENCE);
  if (evidence.length > 0) return undefined;
  const entities = await transaction.run(SOME_ENTITY);
  return createWritten({ hasEntities: entities.length > 0 });
}

function documentsOf({ passages, evidence }: Batch) {
  return [...passages, ...evidence].flatMap(({ document }) => document ?? []);
}

function citesOneOf({ passage }: Evidence, passages: ReadonlySet<string>): boolean {
  return passage !== undefined && passages.has(passage);
}
