import { z } from 'zod';

import { EntityId } from './ids';

const Party = z.object({ id: EntityId, name: z.string() });
const count = z.int().nonnegative();

/**
 * Where to begin reading: the pairs of the whole store with the most evidence, and those with most contested relations; both directions of a
 * pair count together. `evidence` is what reading the pair shows, denials included.
 */
export const Highlights = z.object({
  busiest: z.array(z.object({ a: Party, b: Party, evidence: count })),
  contested: z.array(z.object({ a: Party, b: Party, contested: count })),
});
export type Highlights = z.infer<typeof Highlights>;
