import { z } from 'zod';

import { Document } from './document';
import { Entity } from './entity';
import { Stance } from './evidence';
import { EntityId, EvidenceId, PassageId, RelationId } from './ids';
import { Modality } from './relation';
import { RelationClass, RelationTypeName } from './relation-type';
import { Span } from './span';
import { When } from './when';

/** A piece of evidence with what it cites: a passage of a document, a document, or a line of a file. `mentions` are where the passage names the relation's subject and object. */
export const CitedEvidence = z.object({
  id: EvidenceId,
  stance: Stance,
  attributedTo: z.string().optional(),
  attributedToId: EntityId.optional(),
  passage: z.object({ id: PassageId, index: z.int(), text: z.string() }).optional(),
  document: Document.optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
  record: z.int().optional(),
  confidence: z.int().optional(),
  mentions: z.array(Span.extend({ entity: EntityId })),
});
export type CitedEvidence = z.infer<typeof CitedEvidence>;

/** A relation with every passage that supports or denies it. Contested: it has both. */
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
  evidence: z.array(CitedEvidence),
});
export type RelationDetail = z.infer<typeof RelationDetail>;

/** Every relation of a pair, both directions; `total` counts them even where fewer are given. */
export const PairRelations = z.object({ relations: z.array(RelationDetail), total: z.int() });
export type PairRelations = z.infer<typeof PairRelations>;
