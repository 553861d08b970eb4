import { z } from 'zod';

import { EntityKind } from './entity';
import type { DocumentId } from './ids';
import { EntityId, RelationId } from './ids';
import { Modality } from './relation';
import { RelationClass, RelationTypeName } from './relation-type';

export const SLICE_LIMIT_DEFAULT = 300;
export const SLICE_LIMIT_MAX = 2000;
export const SLICE_DEPTH_MAX = 3;
/** A slice holds at most this many relations for each entity of its limit. */
export const RELATIONS_PER_ENTITY = 10;

/**
 * Which part of the graph to give. No seeds: the overview, the entities with most evidence. With seeds: what lies within `depth`
 * steps of them (0: the seeds themselves). `limit` counts entities. `types`, `classes`, `sources` and `modalities` keep what matches any of each;
 * `from` and `to` are EDTF dates and keep relations whose interval overlaps; `minEvidence` counts pieces of evidence.
 */
export interface SliceQuery {
  readonly seeds: readonly EntityId[];
  readonly depth: number;
  readonly limit: number;
  readonly types: readonly RelationTypeName[];
  readonly classes: readonly RelationClass[];
  readonly sources: readonly DocumentId[];
  readonly modalities: readonly Modality[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly minEvidence: number;
}

const Amounts = z.object({ entities: z.int().nonnegative(), relations: z.int().nonnegative() });

/**
 * A bounded part of the graph, in columns. `subject` and `object` are indices into the entity columns. `degree` is an entity's number
 * of relations in the whole graph. `total` counts what matches the query before its limits. Relations that are only denied are left out.
 */
export const GraphSlice = z.object({
  entities: z.object({
    id: z.array(EntityId),
    name: z.array(z.string()),
    kind: z.array(EntityKind),
    degree: z.array(z.int().nonnegative()),
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
    /** Who alone says it; nobody where a document says it in its own voice. */
    speakers: z.array(z.array(z.string())),
  }),
  shown: Amounts,
  total: Amounts,
});
export type GraphSlice = z.infer<typeof GraphSlice>;
