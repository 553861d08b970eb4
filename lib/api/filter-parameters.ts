/** The filters, by the same names in every resource and in the page's address. */
import type { z } from 'zod';

import { EntityKind } from '@/lib/model/entity';
import { EvidenceGrade } from '@/lib/model/evidence';
import { DocumentId } from '@/lib/model/ids';
import { Modality } from '@/lib/model/relation';
import type { RelationFilter } from '@/lib/model/relation-filter';
import { RelationClass, RelationTypeName } from '@/lib/model/relation-type';

import { DateParameter, listOf, wholeNumber } from './parameters';

const VALUES_MAX = 200;
const EVIDENCE_MAX = 1_000_000;

/** `class` is a relation class, `kind` the kind of both ends, `source` a document's id, `grade` how
 * evidence is tied to its source; each list keeps what matches any of its values. */
export const filterParameters = {
  type: listOf(RelationTypeName, { max: VALUES_MAX }),
  class: listOf(RelationClass, { max: VALUES_MAX }),
  kind: listOf(EntityKind, { max: VALUES_MAX }),
  source: listOf(DocumentId, { max: VALUES_MAX }),
  modality: listOf(Modality, { max: VALUES_MAX }),
  grade: listOf(EvidenceGrade, { max: VALUES_MAX }),
  from: DateParameter.optional(),
  to: DateParameter.optional(),
  minEvidence: wholeNumber({ min: 1, max: EVIDENCE_MAX }).default(1),
} as const;

type FilterParameters = z.infer<z.ZodObject<typeof filterParameters>>;

/** What to tell when `from` and `to` are in the wrong order, for zod's `refine`. */
export const wrongOrder = { path: ['to'], message: 'lies before from' };

/** Whether `from` is not after `to`. Dates of unlike precision are in order when the coarser one holds the finer one. */
export function isInOrder({ from, to }: Pick<FilterParameters, 'from' | 'to'>): boolean {
  if (from === undefined || to === undefined) return true;
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) <= to.slice(0, length);
}

/** Converts the filters of a parsed request to those of the store. */
export function toRelationFilter(request: FilterParameters): RelationFilter {
  const { type, class: classes, kind, source, modality, grade, from, to, minEvidence } = request;
  return {
    types: type,
    classes,
    kinds: kind,
    sources: source,
    modalities: modality,
    grades: grade,
    from,
    to,
    minEvidence,
  };
}
