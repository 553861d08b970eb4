import { z } from 'zod';

import { Document } from './document';
import { Entity } from './entity';
import { Passage } from './passage';
import { RelationType } from './relation-type';
import { Span } from './span';

/** What a search found, best first; `spans` are where the words stand in the passage's text. `total` counts all that matched, or what was counted before a cap. */
export const SearchResult = z.object({
  entities: z.array(Entity),
  types: z.array(RelationType),
  passages: z.array(z.object({ passage: Passage, document: Document, spans: z.array(Span) })),
  total: z.object({ entities: z.int(), types: z.int(), passages: z.int() }),
});
export type SearchResult = z.infer<typeof SearchResult>;
