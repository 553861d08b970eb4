import { z } from 'zod';

import { SearchResult } from '@/lib/model/search-result';

import type { Endpoint } from './endpoint';
import { wholeNumber } from './parameters';

const TEXT_MAX = 300;
const HITS_DEFAULT = 10;
const HITS_MAX = 50;

export const searchEndpoint = {
  method: 'GET',
  path: '/api/search',
  summary:
    'Entities by name and alias, relation types and passages that match a text; `limit` counts each kind',
  request: z.strictObject({
    q: z.string().trim().min(1, 'has to hold what to search for').max(TEXT_MAX),
    limit: wholeNumber({ min: 1, max: HITS_MAX }).default(HITS_DEFAULT),
  }),
  response: SearchResult,
  format: 'json',
} as const satisfies Endpoint;
