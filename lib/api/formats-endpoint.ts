import { z } from 'zod';

import type { Endpoint } from './endpoint';

/** What can be loaded; `name` is what `datasetFormat` takes. `bytes` and `files` are what one upload may hold. */
const LoadableFormats = z.object({
  formats: z.array(z.object({ name: z.string(), title: z.string() })),
  total: z.int(),
  limits: z.object({ bytes: z.int(), files: z.int() }),
});
export type LoadableFormats = z.infer<typeof LoadableFormats>;

export const formatsEndpoint = {
  method: 'GET',
  path: '/api/admin/formats',
  summary: 'The formats that datasets are recognised in, and how much may be sent at once',
  request: z.strictObject({}),
  response: LoadableFormats,
  format: 'json',
} as const satisfies Endpoint;
