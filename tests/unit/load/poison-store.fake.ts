import type { Batch, Load, UpsertReport } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';

/** A store that keeps evidence by id and takes no batch with a relation about `poison`; whole batches or nothing, as the real ones. */
export function createPoisonStore() {
  const evidence = new Set<string>();
  const checkpoints: number[] = [];
  /** Of each batch taken: its load, and how much evidence there is from then on. */
  const batches: { readonly load: Load; readonly stored: number }[] = [];
  return {
    evidence,
    checkpoints,
    batches,
    upsert: (batch: Batch): Promise<UpsertReport> => {
      if (batch.relations.some(({ about }) => about === 'poison')) {
        return Promise.reject(new EntenteError('invalid', 'a property cannot be stored'));
      }
      const created = batch.evidence.filter(({ id }) => !evidence.has(id));
      for (const { id } of created) evidence.add(id);
      checkpoints.push(batch.load.row);
      batches.push({ load: batch.load, stored: evidence.size });
      return Promise.resolve({
        created: { entities: 0, relations: 0, evidence: created.length, passages: 0, documents: 0 },
        unchanged: batch.evidence.length - created.length,
        changedPassages: [],
        refusedEvidence: [],
      });
    },
  };
}
