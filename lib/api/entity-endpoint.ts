import { z } from 'zod';

import { EntityDetail } from '@/lib/model/entity-detail';
import { EntityId } from '@/lib/model/ids';

import type { Endpoint } from './endpoint';
import { filterParameters, isInOrder, wrongOrder } from './filter-parameters';

export const entityEndpoint = {
  method: 'GET',
  path: '/api/entities/{id}',
  summary: 'An entity with its relations that pass the filters, counted by type and direction',
  request: z.strictObject({ id: EntityId, ...filterParameters }).refine(isInOrder, wrongOrder),
  response: EntityDetail,
  format: 'json',
} as const satisfies Endpoint;
