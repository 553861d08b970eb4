import type { Batch } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import type { RelationType } from '@/lib/model/relation-type';
import { assertWellFormed } from '@/lib/store/verbs/write/write-rows';

/** What came with earlier batches. */
interface Earlier {
  readonly types: ReadonlyMap<string, RelationType>;
  readonly hasPassage: (id: string) => boolean;
  readonly hasDocument: (id: string) => boolean;
}

/**
 * Refuses a batch that a store would refuse, as far as that can be told without reading what has
 * been written; the importer refuses whatever names an entity that never came.
 * @throws `invalid`
 */
export function checkBatch(batch: Batch, earlier: Earlier): void {
  for (const each of textsOf(batch)) assertWellFormed(Object.values(each));
  const types = new Set(batch.types.map(({ type }) => type.type));
  const wrongType = batch.relations.find(({ type }) => !types.has(type) && !earlier.types.has(type));
  if (wrongType !== undefined) refuse('relation type', wrongType.type);
  const relations = new Set(batch.relations.map(({ id }) => id));
  for (const { relation } of batch.evidence) if (!relations.has(relation)) refuse('relation', relation);
  checkCited(batch, earlier);
}

function checkCited(batch: Batch, { hasPassage, hasDocument }: Earlier): void {
  const passages = new Set(batch.passages.map(({ id }) => id));
  const documents = new Set(batch.documents.map(({ id }) => id));
  for (const { passage, document } of batch.evidence) {
    if (passage !== undefined && !passages.has(passage) && !hasPassage(passage)) refuse('passage', passage);
    if (document !== undefined && !documents.has(document) && !hasDocument(document)) {
      refuse('document', document);
    }
  }
}

function textsOf(batch: Batch): readonly object[] {
  return [
    batch.load,
    ...batch.types.map(({ type }) => type),
    ...batch.entities.map(({ entity }) => entity),
    ...batch.documents,
    ...batch.passages,
    ...batch.relations,
    ...batch.evidence,
  ];
}

function refuse(what: string, name: string): never {
  throw new EntenteError(
    'invalid',
    `The batch refers to a ${what} that is neither in it nor in an earlier one: ${name}. Send it in the same batch or before it.`,
  );
}
