import { z } from 'zod';

import { Document } from './document';
import { Entity } from './entity';
import { EvidenceGrade } from './evidence';
import { EntityId, EvidenceId } from './ids';
import { Passage } from './passage';
import { RelationType } from './relation-type';
import { Span } from './span';

/**
 * A passage that was found. `spans` are where the words stand in its text. `entities` are those that it names, in that order, and then
 * those that it tells of besides. `evidence` is what it is cited for, pieces that quote the words that were found first,
 * what merely names both last.
 */
const PassageHit = z.object({
  passage: Passage,
  document: Document,
  spans: z.array(Span),
  entities: z.array(EntityId),
  evidence: z.array(z.object({ id: EvidenceId, subject: EntityId, object: EntityId, grade: EvidenceGrade })),
});

/**
 * What a search found, best first. `total` counts all that matched, or what was counted before a cap; `leftOut` are the words that are
 * too common to be searched for.
 */
export const SearchResult = z.object({
  entities: z.array(Entity),
  types: z.array(RelationType),
  passages: z.array(PassageHit),
  total: z.object({ entities: z.int(), types: z.int(), passages: z.int() }),
  leftOut: z.array(z.string()),
});
export type SearchResult = z.infer<typeof SearchResult>;
