import { z } from 'zod';

import { Facets } from '@/lib/model/facets';

import type { Endpoint } from './endpoint';
import { filterParameters, isInOrder, wrongOrder } from './filter-parameters';

export const facetsEndpoint = {
  method: 'GET',
  path: '/api/facets',
  summary:
    'What passes the filters, counted by class, type, kind, source, modality, grade and dispute, each under the other filters',
  request: z.strictObject(filterParameters).refine(isInOrder, wrongOrder),
  response: Facets,
  format: 'json',
} as const satisfies Endpoint;
