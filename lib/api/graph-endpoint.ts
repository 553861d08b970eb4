import { z } from 'zod';

import { EntityId } from '@/lib/model/ids';
import { GraphSlice, SLICE_DEPTH_MAX, SLICE_LIMIT_DEFAULT, SLICE_LIMIT_MAX } from '@/lib/model/slice';

import type { Endpoint } from './endpoint';
import { filterParameters, isInOrder, wrongOrder } from './filter-parameters';
import { listOf, wholeNumber } from './parameters';

const SEEDS_MAX = 200;

/** `limit` counts entities; without a seed the answer is the overview. */
const GraphRequest = z
  .strictObject({
    seed: listOf(EntityId, { max: SEEDS_MAX }),
    depth: wholeNumber({ min: 0, max: SLICE_DEPTH_MAX }).default(1),
    limit: wholeNumber({ min: 1, max: SLICE_LIMIT_MAX }).default(SLICE_LIMIT_DEFAULT),
    ...filterParameters,
  })
  .refine(isInOrder, wrongOrder);

export const graphEndpoint = {
  method: 'GET',
  path: '/api/graph',
  summary: 'A bounded slice of the graph, in columns: around the seeds, or the overview when there are none',
  request: GraphRequest,
  response: GraphSlice,
  format: 'json',
} as const satisfies Endpoint;
