import { z } from 'zod';

import type { Endpoint } from './endpoint';

const ID_MAX = 64;

export const rejectsEndpoint = {
  method: 'GET',
  path: '/api/admin/rejects/{id}',
  summary: 'The rows that a load refused, with the reasons, as a CSV file to correct and load again',
  request: z.strictObject({ id: z.string().max(ID_MAX) }),
  response: z.string(),
  format: 'csv',
} as const satisfies Endpoint;
