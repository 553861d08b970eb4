import { z } from 'zod';

import { EntityKind } from './entity';
import { EntityId, RelationId } from './ids';
import { Modality } from './relation';
import type { RelationFilter } from './relation-filter';
import { RelationClass, RelationTypeName } from './relation-type';

export const SLICE_LIMIT_DEFAULT = 300;
export const SLICE_LIMIT_MAX = 2000;
export const SLICE_DEPTH_MAX = 3;
/** A slice holds at most this many relations for each entity of its limit. */
export const RELATIONS_PER_ENTITY = 10;

/**
 * Which part of the graph to give. No seeds: the overview, the entities with the most evidence. With seeds: what lies within `depth`
 * steps of them (0: the seeds themselves). `limit` counts entities.
 */
export interface SliceQuery extends RelationFilter {
  readonly seeds: readonly EntityId[];
  readonly depth: number;
  readonly limit: number;
}

const Amounts = z.object({ entities: z.int().nonnegative(), relations: z.int().nonnegative() });

/**
 * A bounded part of the graph, in columns. `subject` and `object` are indices into the entity columns. `degree` is an entity's number of
 * neighbours and `relations` its number of relations, both in the whole graph, whatever the filters. `total` counts what matches the query
 * before its limits. Relations that are only denied are neither given nor counted.
 */
export const GraphSlice = z.object({
  entities: z.object({
    id: z.array(EntityId),
    name: z.array(z.string()),
    kind: z.array(EntityKind),
    degree: z.array(z.int().nonnegative()),
    relations: z.array(z.int().nonnegative()),
  }),
  relations: z.object({
    id: z.array(RelationId),
    type: z.array(RelationTypeName),
    class: z.array(RelationClass),
    subject: z.array(z.int().nonnegative()),
    object: z.array(z.int().nonnegative()),
    start: z.array(z.string().nullable()),
    evidence: z.array(z.int().nonnegative()),
    documents: z.array(z.int().nonnegative()),
    contested: z.array(z.boolean()),
    modality: z.array(Modality),
    /** Whether all that supports it are passages that merely name both. */
    coMentionsOnly: z.array(z.boolean()),
    /** Who alone says it; nobody where a document says it in its own voice. */
    speakers: z.array(z.array(z.string())),
  }),
  shown: Amounts,
  total: Amounts,
});
export type GraphSlice = z.infer<typeof GraphSlice>;
