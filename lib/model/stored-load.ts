import { z } from 'zod';

import { LoadId } from './ids';

/**
 * A load as the store remembers it. `row` is the last row stored; `isDone`: everything of the input is. `evidence` counts what the load
 * brought or said again, and is absent where an older version has loaded.
 */
export const StoredLoad = z.object({
  id: LoadId,
  dataset: z.string(),
  title: z.string(),
  tool: z.string(),
  startedAt: z.string(),
  inputHash: z.string(),
  row: z.int(),
  isDone: z.boolean().optional(),
  merges: z.string().optional(),
  evidence: z.int().optional(),
});
export type StoredLoad = z.infer<typeof StoredLoad>;
