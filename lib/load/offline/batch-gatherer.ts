import { randomUUID } from 'node:crypto';
import path from 'node:path';

import type { Batch, Counts, Load, UpsertReport } from '@/lib/model/batch';
import type { EvidenceId, PassageId } from '@/lib/model/ids';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';
import { NAMES } from '@/lib/store/verbs/write/fill-names';

import { checkBatch } from './check-batch';
import { createDocumentGatherer } from './document-table';
import { createEntityGatherer } from './entity-table';
import { createMentionGatherer } from './mention-table';
import { createPassageWriter } from './passage-table';
import { createRelationGatherer } from './relation-table';
import type { Tables } from './tables';
import { createTypeList } from './type-list';

/** What batches bring, on disk until all of it is there and each thing can be written once. */
export interface BatchGatherer {
  /**
   * Gathers a batch; of one that a store would refuse, nothing is kept.
   * @returns what was left out, as a store reports it
   * @throws `invalid` for a batch that a store would refuse
   */
  readonly take: (batch: Batch) => Pick<UpsertReport, 'changedPassages' | 'refusedEvidence'>;
  /**
   * Writes everything.
   * @returns how many of each kind there are, and the separator of list elements
   */
  write(): { readonly counts: Counts; readonly listDelimiter: string };
}

/**
 * Creates a gatherer of batches. Passages are written as they come.
 * @param folder - the folder for what is gathered
 * @param tables - the tables to write in the end
 */
export function createBatchGatherer(folder: string, tables: Tables): BatchGatherer {
  const passages = createPassageWriter(tables);
  const entities = createEntityGatherer(path.join(folder, 'entities'));
  const documents = createDocumentGatherer(path.join(folder, 'documents'));
  const mentions = createMentionGatherer(path.join(folder, 'mentions'));
  const relations = createRelationGatherer(path.join(folder, 'relations'));
  const types = createTypeList();
  const loads = new Map<string, Load>();

  function addEvidence(batch: Batch, changed: ReadonlySet<PassageId>): readonly EvidenceId[] {
    const byId = new Map(batch.relations.map((relation) => [relation.id, relation]));
    const refused: EvidenceId[] = [];
    for (const evidence of batch.evidence) {
      const { id, passage } = evidence;
      const relation = byId.get(evidence.relation);
      if (passage !== undefined && changed.has(passage)) refused.push(id);
      else if (relation !== undefined) {
        relations.add({
          evidence,
          relation,
          document: passage === undefined ? evidence.document : passages.documentOf(passage),
        });
      }
    }
    return refused;
  }

  return {
    take: (batch) => {
      for (const { type } of batch.relations) RelationTypeName.parse(type);
      const hasDocument = (id: string) => documents.has(id);
      checkBatch(batch, { types: types.types, hasPassage: passages.has, hasDocument });
      for (const entry of batch.types) types.add(entry, batch.load.id);
      for (const entry of batch.entities) entities.add(entry, batch.load.id);
      for (const document of batch.documents) documents.add(document, batch.load.id);
      const changed = passages.take(batch.passages);
      for (const mention of batch.mentions) if (!changed.has(mention.passage)) mentions.add(mention);
      loads.set(batch.load.id, { ...loads.get(batch.load.id), ...batch.load });
      return { changedPassages: [...changed], refusedEvidence: addEvidence(batch, changed) };
    },
    write: () => {
      const { entities: entityCount, listDelimiter } = entities.write(tables);
      const { support, ...counted } = relations.write(tables, types.types, listDelimiter);
      const documentCount = documents.write(tables.documents, listDelimiter);
      mentions.write(tables.mentions);
      for (const type of types.types.values()) {
        tables.types.add([...toTypeRow(type), types.loadsOf(type.type)], listDelimiter);
      }
      writeLoads(tables, [...loads.values()], support);
      tables.store.add(['store', 1, randomUUID(), NAMES]);
      const counts = {
        ...counted,
        entities: entityCount,
        documents: documentCount,
        passages: passages.count(),
      };
      return { counts, listDelimiter };
    },
  };
}

function writeLoads(tables: Tables, loads: readonly Load[], support: ReadonlyMap<string, number>): void {
  for (const load of loads) tables.loads.add([...toLoadRow(load), support.get(load.id) ?? 0]);
}

function toTypeRow({ type, label, inverse, plover, cameo, class: name, symmetric }: RelationType) {
  return [type, label, inverse, plover, cameo, name, symmetric];
}

function toLoadRow({ id, dataset, title, tool, startedAt, inputHash, row, isDone, merges }: Load) {
  return [id, dataset, title, tool, startedAt, inputHash, row, isDone, merges];
}
