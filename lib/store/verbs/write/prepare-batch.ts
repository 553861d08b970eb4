import type { Batch } from '@/lib/model/batch';

import type { ChangedTexts, Parameters } from '../../engine';
import type { WriteTransaction } from './write';
import type { WrittenBatch } from './write-batch';
import { writeBatch } from './write-batch';
import type { FencingToken, WriterMemory } from './writer-memory';

/** What a transaction has to do to store a batch, provided that the previous write is the one it follows. */
export interface PreparedBatch {
  readonly follows: FencingToken;
  readonly sent: readonly { readonly text: string; readonly parameters: Parameters | undefined }[];
  readonly changed: readonly ChangedTexts[];
  readonly written: WrittenBatch;
}

interface Preparing {
  readonly memory: WriterMemory;
  readonly dynamicTypes: boolean;
}

/**
 * Precomputes a batch's statements while the engine commits the previous batch. It neither reads
 * nor writes the store.
 * @returns undefined where the store has to be asked, or where the batch is invalid, which storing
 *   it will report
 */
export async function prepareBatch(
  { memory, dynamicTypes }: Preparing,
  batch: Batch,
): Promise<PreparedBatch | undefined> {
  const follows = memory.last();
  const remembered = memory.recall(follows);
  // Evidence has to be looked up unless all that the store holds is remembered.
  if (follows === undefined || remembered?.written === undefined) return undefined;
  const sent: { text: string; parameters: Parameters | undefined }[] = [];
  const changed: ChangedTexts[] = [];
  const transaction: WriteTransaction = {
    run: () => Promise.reject(new MustAsk('Only the store knows.')),
    send: (text, parameters) => sent.push({ text, parameters }),
    noteChanged: (texts) => changed.push(texts),
  };
  try {
    const written = await writeBatch({ transaction, dynamicTypes }, batch, { remembered });
    return { follows, sent, changed, written };
  } catch {
    return undefined;
  }
}

class MustAsk extends Error {}
