import type { Batch, Load } from '@/lib/model/batch';
import type { Item } from '@/lib/ingest/input';

export type TripleItem = Extract<Item, { kind: 'triple' }>;
export type PassageItem = Extract<Item, { kind: 'passage' }>;
export type StorableItem = Exclude<Item, { kind: 'reject' }>;

/**
 * In: items in their order, and the load with its checkpoint. Out: the batch that stores them. What several items bring is there
 * once: a declared entity or type goes before an implied one, and the first row's word on a relation before a later one's, except
 * that a later place fills a gap.
 */
export function collectBatch(items: readonly StorableItem[], load: Load): Batch {
  const triples = items.flatMap((item) => (item.kind === 'triple' ? [item.triple] : []));
  const passages = items.flatMap((item) => (item.kind === 'passage' ? [item] : []));
  const types = items.flatMap((item) => (item.kind === 'type' ? [item.entry] : []));
  const entities = items.flatMap((item) => (item.kind === 'entity' ? [item.entry] : []));
  return {
    load,
    types: once([...types, ...triples.flatMap((triple) => triple.types)], ({ type }) => type.type),
    entities: once([...entities, ...triples.flatMap((triple) => triple.entities)], ({ entity }) => entity.id),
    documents: items.flatMap((item) => (item.kind === 'document' ? [item.document] : [])),
    passages: passages.map(({ passage }) => passage),
    mentions: passages.flatMap(({ mentions }) => mentions),
    relations: mergeRelations(triples.map(({ relation }) => relation)),
    evidence: once(
      triples.map(({ evidence }) => evidence),
      ({ id }) => id,
    ),
  };
}

function once<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const kept = new Map<string, T>();
  for (const value of values) if (!kept.has(keyOf(value))) kept.set(keyOf(value), value);
  return [...kept.values()];
}

function mergeRelations(relations: Batch['relations']): Batch['relations'] {
  const merged = new Map<string, Batch['relations'][number]>();
  for (const relation of relations) {
    const first = merged.get(relation.id);
    merged.set(relation.id, first ? { ...relation, ...first } : relation);
  }
  return [...merged.values()];
}
