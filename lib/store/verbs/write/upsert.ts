import { randomUUID } from 'node:crypto';

import type { Batch, UpsertReport } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import { RelationTypeName } from '@/lib/model/relation-type';

import type { Engine } from '../../engine';
import type { PreparedBatch } from './prepare-batch';
import { signStore } from './sign-store';
import type { KnownEvidence } from './upsert-evidence';
import { findKnownEvidence } from './upsert-evidence';
import type { WriteTransaction } from './write';
import { write } from './write';
import { saveUnchanged, writeBatch } from './write-batch';
import type { WriterMemory } from './writer-memory';

/**
 * Stores a batch in one transaction with the load's checkpoint. What was prepared ahead is sent without waiting for anything; where
 * another writer has come in between, that transaction is rolled back, and the batch is stored as if nothing had been prepared.
 *
 * Throws `invalid` when the batch names something that is neither in it nor in the store.
 */
export async function upsert(run: UpsertRun, batch: Batch): Promise<UpsertReport> {
  for (const type of new Set(batch.relations.map((relation) => relation.type))) RelationTypeName.parse(type);
  const report = run.prepared && (await storePrepared(run, run.prepared));
  return report ?? (await storeAsking(run, batch));
}

interface UpsertRun {
  readonly engine: Engine;
  readonly memory: WriterMemory;
  readonly prepared?: PreparedBatch | undefined;
  readonly onSent?: (() => void) | undefined;
}

async function storeAsking({ engine, memory, onSent }: UpsertRun, batch: Batch): Promise<UpsertReport> {
  return write(engine, async (transaction) => {
    const name = randomUUID();
    const signing = signStore(transaction, name);
    const asking = askAhead(transaction, memory, batch);
    const before = await signing;
    const remembered = memory.recall(before);
    const writer = { transaction, dynamicTypes: engine.dynamicTypes };
    const { report, learnt } = await writeBatch(writer, batch, { remembered, asking });
    memory.keep(name, { ...learnt, follows: remembered && before });
    onSent?.();
    return report;
  });
}

/** Where all evidence has to be asked for anyway, that is sent behind the lock without waiting, and for what was stored before the checkpoint too. */
function askAhead(
  transaction: WriteTransaction,
  memory: WriterMemory,
  batch: Batch,
): Promise<KnownEvidence> | undefined {
  if (memory.recall(memory.last())?.written !== undefined) return undefined;
  const asking = findKnownEvidence(transaction, batch.evidence, { load: batch.load.id, written: undefined });
  asking.catch(() => undefined);
  if (batch.load.isDone === true) saveUnchanged(transaction, batch.load);
  return asking;
}

/** Another writer came in between, so that what was prepared may be wrong. */
class Outdated extends Error {}

/** @returns undefined, with nothing stored, when the prepared batch no longer holds */
async function storePrepared(
  { engine, memory, onSent }: UpsertRun,
  { follows, sent, changed, written }: PreparedBatch,
): Promise<UpsertReport | undefined> {
  if (memory.last() !== follows) return undefined;
  const attempt = { isOutdated: false };
  try {
    return await write(engine, async (transaction) => {
      const name = randomUUID();
      const signing = signStore(transaction, name);
      for (const { text, parameters } of sent) transaction.send(text, parameters);
      for (const texts of changed) transaction.noteChanged(texts);
      memory.keep(name, { ...written.learnt, follows });
      onSent?.();
      attempt.isOutdated = (await signing) !== follows;
      if (attempt.isOutdated) throw new Outdated('Another writer came in between.');
      return written.report;
    });
  } catch (error) {
    // What a statement fails with may come of its being outdated; if not, it comes again.
    if (!attempt.isOutdated && error instanceof EntenteError && error.failure === 'unavailable') throw error;
    return undefined;
  }
}
