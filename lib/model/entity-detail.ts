import { z } from 'zod';

import { Document } from './document';
import { Entity, EntityKind } from './entity';
import { EvidenceGrade, Stance } from './evidence';
import { EntityId, PassageId, RelationId } from './ids';
import { Modality } from './relation';
import { RelationClass, RelationTypeName } from './relation-type';
import { Span } from './span';
import { When } from './when';

const Party = z.object({ id: EntityId, name: z.string(), kind: EntityKind });

/**
 * A relation without its passages: what a sentence needs. `denied`: it has denials only. `speakers` are those to whom all of its
 * supporting evidence is attributed or, where it is only denied, all of its denials; none when a document says so in its own voice.
 * `coMentionsOnly`: all of the same evidence are passages that merely name both.
 */
export const RelationBrief = z.object({
  id: RelationId,
  type: RelationTypeName,
  label: z.string(),
  inverse: z.string(),
  class: RelationClass,
  subject: Party,
  object: Party,
  about: z.string().nullable(),
  when: When.nullable(),
  place: z.string().nullable(),
  modality: Modality,
  evidence: z.int(),
  documents: z.int(),
  contested: z.boolean(),
  denied: z.boolean(),
  coMentionsOnly: z.boolean(),
  speakers: z.array(z.string()),
});
export type RelationBrief = z.infer<typeof RelationBrief>;

/**
 * How many relations of one type and class an entity has in one direction: `from` it (to itself too) or `to` it. `denied` says how many of
 * them are only denied.
 */
export const RelationTally = z.object({
  type: RelationTypeName,
  label: z.string(),
  inverse: z.string(),
  class: RelationClass,
  direction: z.enum(['from', 'to']),
  relations: z.int(),
  denied: z.int(),
});
export type RelationTally = z.infer<typeof RelationTally>;

/**
 * An entity with its relations that pass the filters: at most 500, those with the most evidence first. `tallies` and `total` count all of those
 * that pass, and the passages; `unfiltered` counts what there is without filters. `neighbours` counts the entities that it has a relation
 * with that passes and is not only denied; `degree` counts them without filters.
 */
export const EntityDetail = Entity.extend({
  degree: z.int(),
  relations: z.array(RelationBrief),
  tallies: z.array(RelationTally),
  total: z.object({ relations: z.int(), denied: z.int(), neighbours: z.int(), passages: z.int() }),
  unfiltered: z.object({ relations: z.int(), passages: z.int() }),
});
export type EntityDetail = z.infer<typeof EntityDetail>;

/**
 * A passage with what it names and which relations it is evidence of. `evidence` tells what the passage itself says of each: whether it
 * supports or denies it, who says so, and how the input ties the two, each different answer once.
 */
export const MarkedPassage = z.object({
  id: PassageId,
  index: z.int(),
  text: z.string(),
  document: Document,
  mentions: z.array(Span.extend({ entity: EntityId })),
  relations: z.array(RelationId),
  evidence: z.array(
    z.object({
      relation: RelationId,
      stance: Stance,
      attributedTo: z.string().optional(),
      grade: EvidenceGrade,
    }),
  ),
});
export type MarkedPassage = z.infer<typeof MarkedPassage>;

/**
 * Passages that name an entity or are evidence of its relations, newest document first; `next` is the cursor of the page after this one.
 * Filters on sources keep the passages of these documents; filters on relations keep the passages that are evidence of one that passes.
 * `unfiltered` counts all passages. `relations` are all that these passages are evidence of, the entity's own and others.
 */
export const EntityPassages = z.object({
  passages: z.array(MarkedPassage),
  relations: z.array(RelationBrief),
  total: z.int(),
  unfiltered: z.int(),
  next: z.string().optional(),
});
export type EntityPassages = z.infer<typeof EntityPassages>;
