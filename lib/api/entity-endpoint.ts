import { z } from 'zod';

import { EntityDetail } from '@/lib/model/entity-detail';
import { EntityId } from '@/lib/model/ids';

import type { Endpoint } from './endpoint';

export const entityEndpoint = {
  method: 'GET',
  path: '/api/entities/{id}',
  summary: 'An entity with its relations',
  request: z.strictObject({ id: EntityId }),
  response: EntityDetail,
  format: 'json',
} as const satisfies Endpoint;
