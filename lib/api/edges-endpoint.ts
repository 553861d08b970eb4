import { z } from 'zod';

import { EntityId } from '@/lib/model/ids';
import { PairRelations } from '@/lib/model/relation-detail';

import type { Endpoint } from './endpoint';
import { filterParameters, isInOrder, wrongOrder } from './filter-parameters';

export const edgesEndpoint = {
  method: 'GET',
  path: '/api/edges',
  summary:
    'Every relation of a pair of entities, both directions, that passes the filters, with its passages',
  request: z
    .strictObject({ between: EntityId, and: EntityId, ...filterParameters })
    .refine(isInOrder, wrongOrder),
  response: PairRelations,
  format: 'json',
} as const satisfies Endpoint;
