import { z } from 'zod';

import { RelationId } from '@/lib/model/ids';
import { RelationDetail } from '@/lib/model/relation-detail';

import type { Endpoint } from './endpoint';

export const relationEndpoint = {
  method: 'GET',
  path: '/api/relations/{id}',
  summary: 'A relation with its evidence: passages, documents, spans, and who denies it',
  request: z.strictObject({ id: RelationId }),
  response: RelationDetail,
  format: 'json',
} as const satisfies Endpoint;
