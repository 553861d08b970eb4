import { z } from 'zod';

import { EntityPassages } from '@/lib/model/entity-detail';
import { EntityId } from '@/lib/model/ids';

import type { Endpoint } from './endpoint';
import { filterParameters, isInOrder, wrongOrder } from './filter-parameters';
import { wholeNumber } from './parameters';

const CURSOR_MAX = 500;
const PAGE_DEFAULT = 20;
const PAGE_MAX = 100;

export const entityPassagesEndpoint = {
  method: 'GET',
  path: '/api/entities/{id}/passages',
  summary:
    'Passages that name an entity or are evidence of its relations, newest document first; `cursor` is the `next` of the previous page',
  request: z
    .strictObject({
      id: EntityId,
      cursor: z.string().max(CURSOR_MAX).optional(),
      limit: wholeNumber({ min: 1, max: PAGE_MAX }).default(PAGE_DEFAULT),
      ...filterParameters,
    })
    .refine(isInOrder, wrongOrder),
  response: EntityPassages,
  format: 'json',
} as const satisfies Endpoint;
