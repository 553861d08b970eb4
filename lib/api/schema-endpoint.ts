import { z } from 'zod';

import { SchemaOverview } from '@/lib/model/schema-overview';

import type { Endpoint } from './endpoint';

export const schemaEndpoint = {
  method: 'GET',
  path: '/api/admin/schema',
  summary: 'Labels, relationship types and their properties, counted, for the console',
  request: z.strictObject({}),
  response: SchemaOverview,
  format: 'json',
} as const satisfies Endpoint;
