import { z } from 'zod';

import { DocumentId } from './ids';

/** `published` is an EDTF date at the precision the source gives; `language` is a BCP 47 tag. */
export const Document = z.object({
  id: DocumentId,
  title: z.string().min(1),
  author: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
  language: z.string().optional(),
  rights: z.string().optional(),
  note: z.string().optional(),
});
export type Document = z.infer<typeof Document>;
