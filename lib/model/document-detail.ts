import { z } from 'zod';

import { MarkedPassage, RelationBrief } from './entity-detail';
import { Document } from './document';
import { EvidenceId, PassageId, RelationId } from './ids';
import { Entity } from './entity';
import { EvidenceGrade, Stance } from './evidence';

export const DocumentList = z.object({
  documents: z.array(Document.extend({ passages: z.int(), relations: z.int() })),
  total: z.int(),
});
export type DocumentList = z.infer<typeof DocumentList>;

/** A document to read: all its passages in order, the entities they mention, and the relations they are evidence of, with the quotes' spans. */
export const DocumentDetail = z.object({
  document: Document,
  passages: z.array(MarkedPassage.omit({ document: true, evidence: true })),
  entities: z.array(Entity),
  relations: z.array(RelationBrief),
  evidence: z.array(
    z.object({
      id: EvidenceId,
      relation: RelationId,
      /** Missing where the input names the document and not the passage. */
      passage: PassageId.optional(),
      stance: Stance,
      grade: EvidenceGrade,
      attributedTo: z.string().optional(),
      start: z.int().optional(),
      end: z.int().optional(),
      /** What an extractor wrote about the relation, in its own words. */
      statement: z.string().optional(),
    }),
  ),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;
