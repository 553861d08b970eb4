import { z } from 'zod';

import { EntityId } from './ids';

export const entityKinds = [
  'person',
  'organisation',
  'country',
  'place',
  'event',
  'work',
  'thing',
  'concept',
] as const;

export const EntityKind = z.enum(entityKinds);
export type EntityKind = z.infer<typeof EntityKind>;

export const Entity = z.object({
  id: EntityId,
  name: z.string().min(1),
  kind: EntityKind,
  aliases: z.array(z.string().min(1)).readonly(),
  sameAs: z.string().optional(),
  description: z.string().optional(),
});
export type Entity = z.infer<typeof Entity>;
