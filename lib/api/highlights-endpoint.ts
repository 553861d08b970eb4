import { z } from 'zod';

import { Highlights } from '@/lib/model/highlights';

import type { Endpoint } from './endpoint';

export const highlightsEndpoint = {
  method: 'GET',
  path: '/api/highlights',
  summary: 'The pairs of the whole store that are most written about, and those that are most contested',
  request: z.strictObject({}),
  response: Highlights,
  format: 'json',
} as const satisfies Endpoint;
