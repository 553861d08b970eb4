import { z } from 'zod';

import { DocumentId, EntityId } from '@/lib/model/ids';
import { Modality } from '@/lib/model/relation';
import { RelationClass, RelationTypeName } from '@/lib/model/relation-type';
import { GraphSlice, SLICE_DEPTH_MAX, SLICE_LIMIT_DEFAULT, SLICE_LIMIT_MAX } from '@/lib/model/slice';

import type { Endpoint } from './endpoint';
import { DateParameter, listOf, wholeNumber } from './parameters';

const SEEDS_MAX = 200;
const FILTERS_MAX = 200;
const EVIDENCE_MAX = 1_000_000;

/** `class` is a relation class, `source` a document's id, `limit` counts entities; without a seed the answer is the overview. */
const GraphRequest = z
  .strictObject({
    seed: listOf(EntityId, { max: SEEDS_MAX }),
    depth: wholeNumber({ min: 0, max: SLICE_DEPTH_MAX }).default(1),
    limit: wholeNumber({ min: 1, max: SLICE_LIMIT_MAX }).default(SLICE_LIMIT_DEFAULT),
    type: listOf(RelationTypeName, { max: FILTERS_MAX }),
    class: listOf(RelationClass, { max: FILTERS_MAX }),
    source: listOf(DocumentId, { max: FILTERS_MAX }),
    modality: listOf(Modality, { max: FILTERS_MAX }),
    from: DateParameter.optional(),
    to: DateParameter.optional(),
    minEvidence: wholeNumber({ min: 1, max: EVIDENCE_MAX }).default(1),
  })
  .refine(({ from, to }) => isInOrder(from, to), { path: ['to'], message: 'lies before from' });

export const graphEndpoint = {
  method: 'GET',
  path: '/api/graph',
  summary: 'A bounded slice of the graph, in columns: around the seeds, or the overview when there are none',
  request: GraphRequest,
  response: GraphSlice,
  format: 'json',
} as const satisfies Endpoint;

/** Dates of unlike precision are in order when the coarser one holds the finer one. */
function isInOrder(from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined) return true;
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) <= to.slice(0, length);
}
