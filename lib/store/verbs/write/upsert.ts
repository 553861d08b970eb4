import { randomUUID } from 'node:crypto';

import type { Batch, UpsertReport } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import { RelationTypeName } from '@/lib/model/relation-type';

import type { Engine } from '../../engine';
import type { PreparedBatch } from './prepare-batch';
import { swapFencingToken } from './swap-fencing-token';
import type { KnownEvidence } from './upsert-evidence';
import { findKnownEvidence } from './upsert-evidence';
import type { WriteTransaction } from './write';
import { write } from './write';
import { saveUnchanged, writeBatch } from './write-batch';
import type { WriterMemory } from './writer-memory';

/**
 * Stores a batch in one transaction with the load's checkpoint. A prepared batch is sent without waiting for any answer; if the fencing
 * token shows that another writer came in between, its transaction is rolled back and the batch is stored as if nothing had been prepared.
 * @throws `invalid` when the batch names something that is neither in it nor in the store
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
    const token = randomUUID();
    const swapping = swapFencingToken(transaction, token);
    const asking = askAhead(transaction, memory, batch);
    const before = await swapping;
    const remembered = memory.recall(before);
    const writer = { transaction, dynamicTypes: engine.dynamicTypes };
    const { report, learnt } = await writeBatch(writer, batch, { remembered, asking });
    memory.keep(token, { ...learnt, follows: remembered && before });
    onSent?.();
    return report;
  });
}

/** Where all evidence has to be looked up anyway, pipelines that query behind the lock, and with it the checkpoint of a load that is done. */
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

/** Returns undefined, with nothing stored, when the prepared batch no longer holds. */
async function storePrepared(
  { engine, memory, onSent }: UpsertRun,
  { follows, sent, changed, written }: PreparedBatch,
): Promise<UpsertReport | undefined> {
  if (memory.last() !== follows) return undefined;
  const attempt = { isOutdated: false };
  try {
    return await write(engine, async (transaction) => {
      const token = randomUUID();
      const swapping = swapFencingToken(transaction, token);
      for (const { text, parameters } of sent) transaction.send(text, parameters);
      for (const texts of changed) transaction.noteChanged(texts);
      memory.keep(token, { ...written.learnt, follows });
      onSent?.();
      attempt.isOutdated = (await swapping) !== follows;
      if (attempt.isOutdated) throw new Outdated('Another writer came in between.');
      return written.report;
    });
  } catch (error) {
    // A statement may have failed because the prepared batch was outdated; any other failure will recur.
    if (!attempt.isOutdated && error instanceof EntenteError && error.failure === 'unavailable') throw error;
    return undefined;
  }
}
