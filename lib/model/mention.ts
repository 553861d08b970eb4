import type { z } from 'zod';

import { EntityId, PassageId } from './ids';
import { Span } from './span';

/** Where a passage names an entity. */
export const Mention = Span.extend({ passage: PassageId, entity: EntityId });
export type Mention = z.infer<typeof Mention>;
