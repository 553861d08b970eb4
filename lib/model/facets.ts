import { z } from 'zod';

import { Document } from './document';
import { EntityKind } from './entity';
import { EvidenceGrade } from './evidence';
import { Modality } from './relation';
import { RelationClass, RelationTypeName } from './relation-type';

const count = z.int().nonnegative();

/** A facet names at most this many sources: those with most relations, and those that the filter names. */
export const FACET_SOURCES_MAX = 200;

/**
 * What passes a filter, counted by the store. The counts of each facet are of what passes all the *other* filters, so that a value that is
 * switched off still says what switching it on would bring. `kinds` counts entities, all else relations. Relations that are only denied
 * count in `total.denied` alone. A relation counts under each grade that its evidence has. Values that nothing passes are left out. `total.sources` counts the sources before the list is cut.
 */
export const Facets = z.object({
  classes: z.array(z.object({ class: RelationClass, count })),
  types: z.array(z.object({ type: RelationTypeName, count })),
  kinds: z.array(z.object({ kind: EntityKind, count })),
  modalities: z.array(z.object({ modality: Modality, count })),
  grades: z.array(z.object({ grade: EvidenceGrade, count })),
  sources: z.array(z.object({ source: Document, count })),
  contested: z.array(z.object({ contested: z.boolean(), count })),
  total: z.object({ entities: count, relations: count, evidence: count, denied: count, sources: count }),
});
export type Facets = z.infer<typeof Facets>;
