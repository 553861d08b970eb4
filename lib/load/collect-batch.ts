import type { Item } from '@/lib/ingest/input';
import type { Batch, EntityEntry, Load, TypeEntry } from '@/lib/model/batch';
import type { Document } from '@/lib/model/document';
import type { Evidence } from '@/lib/model/evidence';
import type { Mention } from '@/lib/model/mention';
import type { Passage } from '@/lib/model/passage';
import type { Relation } from '@/lib/model/relation';
import type { Triple } from '@/lib/model/triple';

export type TripleItem = Extract<Item, { kind: 'triple' }>;
export type PassageItem = Extract<Item, { kind: 'passage' }>;
export type StorableItem = Exclude<Item, { kind: 'reject' }>;

/**
 * Merges items into the batch that stores them, each thing once. A declared entity or type takes
 * precedence over an implied one, and the first row about a relation over later ones, except that a
 * later place fills a gap.
 * @param items - the items, in their order
 * @param load - the load, with its checkpoint
 */
export function collectBatch(items: readonly StorableItem[], load: Load): Batch {
  const found = createParts();
  // Half a million rows come through here: one pass, and no list for each.
  for (const item of items) addDeclared(found, item);
  for (const item of items) if (item.kind === 'triple') addTriple(found, item.triple);
  return {
    load,
    types: [...found.types.values()],
    entities: [...found.entities.values()],
    documents: found.documents,
    passages: found.passages,
    mentions: found.mentions,
    relations: [...found.relations.values()],
    evidence: [...found.evidence.values()],
    isTriplesOnly: items.every(({ kind }) => kind === 'triple'),
  };
}

function createParts() {
  return {
    types: new Map<string, TypeEntry>(),
    entities: new Map<string, EntityEntry>(),
    documents: new Array<Document>(),
    passages: new Array<Passage>(),
    mentions: new Array<Mention>(),
    relations: new Map<string, Relation>(),
    evidence: new Map<string, Evidence>(),
  };
}

type Parts = ReturnType<typeof createParts>;

function addDeclared(found: Parts, item: StorableItem): void {
  if (item.kind === 'type') addOnce(found.types, item.entry.type.type, item.entry);
  else if (item.kind === 'entity') addOnce(found.entities, item.entry.entity.id, item.entry);
  else if (item.kind === 'document') found.documents.push(item.document);
  else if (item.kind === 'passage') {
    found.passages.push(item.passage);
    for (const mention of item.mentions) found.mentions.push(mention);
  }
}

function addTriple(found: Parts, { types, entities, relation, evidence }: Triple): void {
  for (const entry of types) addOnce(found.types, entry.type.type, entry);
  for (const entry of entities) addOnce(found.entities, entry.entity.id, entry);
  const first = found.relations.get(relation.id);
  found.relations.set(relation.id, first ? { ...relation, ...first } : relation);
  addOnce(found.evidence, evidence.id, evidence);
}

function addOnce<T>(kept: Map<string, T>, key: string, value: T): void {
  if (!kept.has(key)) kept.set(key, value);
}
