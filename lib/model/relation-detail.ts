import { z } from 'zod';

import { Document } from './document';
import { Entity } from './entity';
import { EvidenceGrade, Stance } from './evidence';
import { EntityId, EvidenceId, LoadId, PassageId, RelationId } from './ids';
import { Modality } from './relation';
import { RelationClass, RelationTypeName } from './relation-type';
import { Span } from './span';
import { When } from './when';

/**
 * A piece of evidence with what it cites: a passage of a document, a document, or a place in a file. `mentions` are where the passage names
 * the relation's subject and object. `line` and `record` are those of the newest load that says it; `earlier` are the places where older
 * loads have it, as far as they differ.
 */
export const CitedEvidence = z.object({
  id: EvidenceId,
  stance: Stance,
  grade: EvidenceGrade,
  attributedTo: z.string().optional(),
  attributedToId: EntityId.optional(),
  passage: z.object({ id: PassageId, index: z.int(), text: z.string() }).optional(),
  document: Document.optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
  record: z.int().optional(),
  earlier: z
    .array(z.object({ load: LoadId, line: z.int().optional(), record: z.int().optional() }))
    .optional(),
  confidence: z.int().optional(),
  /** What an extractor wrote about the relation, in its own words: no quotation of the passage. */
  statement: z.string().optional(),
  mentions: z.array(Span.extend({ entity: EntityId })),
});
export type CitedEvidence = z.infer<typeof CitedEvidence>;

/** A relation with every passage that supports or denies it. Contested: it has both. `coMentionsOnly` as in `RelationBrief`. */
export const RelationDetail = z.object({
  id: RelationId,
  type: RelationTypeName,
  label: z.string(),
  class: RelationClass,
  subject: Entity,
  object: Entity,
  about: z.string().nullable(),
  when: When.nullable(),
  place: z.string().nullable(),
  modality: Modality,
  contested: z.boolean(),
  coMentionsOnly: z.boolean(),
  evidence: z.array(CitedEvidence),
});
export type RelationDetail = z.infer<typeof RelationDetail>;

/**
 * Every relation of a pair that passes the filters, both directions. A filter on sources leaves only the evidence from
 * these, one on grades only the evidence of these. `total` counts
 * the relations and `evidence` their pieces of evidence, even where fewer are given; `unfiltered` counts what there is without filters.
 */
export const PairRelations = z.object({
  relations: z.array(RelationDetail),
  total: z.int(),
  evidence: z.int(),
  unfiltered: z.object({ relations: z.int(), evidence: z.int() }),
});
export type PairRelations = z.infer<typeof PairRelations>;
