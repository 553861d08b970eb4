import { z } from 'zod';

import { DocumentId, PassageId } from './ids';

/** A paragraph of a document; `index` is its number in the document, counted from 1, and `text` is in Unicode form NFC. */
export const Passage = z.object({
  id: PassageId,
  document: DocumentId,
  index: z.int().positive(),
  text: z.string().min(1),
});
export type Passage = z.infer<typeof Passage>;
