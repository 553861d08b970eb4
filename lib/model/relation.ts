import { z } from 'zod';

import { EntityId, RelationId } from './ids';
import { RelationTypeName } from './relation-type';
import { When } from './when';

export const Modality = z.enum(['actual', 'future', 'hypothetical']);
export type Modality = z.infer<typeof Modality>;

/** One directed statement. Same subject, type, object, about, date, place and modality are one relation, whatever number of passages say it. */
export const Relation = z.object({
  id: RelationId,
  type: RelationTypeName,
  subject: EntityId,
  object: EntityId,
  about: z.string().min(1).optional(),
  when: When.optional(),
  place: z.string().min(1).optional(),
  modality: Modality,
});
export type Relation = z.infer<typeof Relation>;
