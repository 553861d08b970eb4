import { z } from 'zod';

import type { Endpoint } from './endpoint';

/** `version` is Entente's; `epoch` changes whenever the data does. */
const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.object({ engine: z.enum(['embedded', 'neo4j']) }),
  epoch: z.string(),
});

export const healthEndpoint = {
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server and its store answer; a problem with status 503 when the store does not',
  request: z.strictObject({}),
  response: Health,
  format: 'json',
} as const satisfies Endpoint;
