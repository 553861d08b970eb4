import { z } from 'zod';

import { Summary } from '@/lib/model/summary';

import type { Endpoint } from './endpoint';

export const summaryEndpoint = {
  method: 'GET',
  path: '/api/summary',
  summary: 'What the store holds, counted by kind, type, class and document',
  request: z.strictObject({}),
  response: Summary,
  format: 'json',
} as const satisfies Endpoint;
