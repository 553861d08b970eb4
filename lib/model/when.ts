import { z } from 'zod';

export const Precision = z.enum(['day', 'month', 'year']);
export type Precision = z.infer<typeof Precision>;

/**
 * When something happened, at the precision the source gives: EDTF dates (`2023`, `2023-05`, `2023-05-19`) without
 * qualifier in `start` and `end`, both included; `qualifier` keeps EDTF's `?` (uncertain), `~` (approximate) or `%` (both).
 */
export const When = z.object({
  start: z.string(),
  end: z.string().optional(),
  precision: Precision,
  qualifier: z.enum(['?', '~', '%']).optional(),
});
export type When = z.infer<typeof When>;
