import type { EntityKind } from './entity';
import type { EvidenceGrade } from './evidence';
import type { DocumentId } from './ids';
import type { Modality } from './relation';
import type { RelationClass, RelationTypeName } from './relation-type';

/**
 * Which relations pass. Each list keeps what matches any of its values; an empty list keeps everything. `kinds` are the kinds that both
 * ends may have, `sources` the documents of which one has to be cited, `grades` those of which one piece of evidence has to be. `from` and `to` are EDTF dates and keep relations whose interval
 * overlaps; `minEvidence` counts pieces of evidence.
 */
export interface RelationFilter {
  readonly types: readonly RelationTypeName[];
  readonly classes: readonly RelationClass[];
  readonly kinds: readonly EntityKind[];
  readonly sources: readonly DocumentId[];
  readonly modalities: readonly Modality[];
  readonly grades: readonly EvidenceGrade[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly minEvidence: number;
}

/** The filter that every relation passes. */
export const everyRelation: RelationFilter = {
  types: [],
  classes: [],
  kinds: [],
  sources: [],
  modalities: [],
  grades: [],
  minEvidence: 1,
};
