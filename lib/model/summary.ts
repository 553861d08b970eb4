import { z } from 'zod';

import { Document } from './document';
import { EntityKind } from './entity';
import { RelationClass, RelationType } from './relation-type';

/** A summary names at most this many documents; `counts.documents` counts them all. */
export const SUMMARY_DOCUMENTS_MAX = 200;

/** What the store holds, counted. `documents` are those that most relations rest on. `span` runs from the earliest to the latest date of a relation (EDTF). */
export const Summary = z.object({
  datasets: z.array(z.object({ id: z.string(), title: z.string() })),
  counts: z.object({
    entities: z.int(),
    relations: z.int(),
    evidence: z.int(),
    passages: z.int(),
    documents: z.int(),
  }),
  kinds: z.array(z.object({ kind: EntityKind, count: z.int() })),
  types: z.array(RelationType.extend({ count: z.int() })),
  classes: z.array(z.object({ class: RelationClass, count: z.int() })),
  documents: z.array(Document.extend({ relations: z.int() })),
  span: z.object({ start: z.string().nullable(), end: z.string().nullable() }),
});
export type Summary = z.infer<typeof Summary>;
