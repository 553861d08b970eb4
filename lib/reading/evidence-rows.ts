import type { EvidenceId } from '@/lib/model/ids';

import type { EvidenceGroup, NumberedEvidence, RelationEvidence } from './group-evidence';

/** A line of the list of a pair's evidence: the heading of a type, a relation, or a piece of evidence of the relation before it. */
export type EvidenceRow =
  | { readonly kind: 'group'; readonly group: EvidenceGroup }
  | { readonly kind: 'relation'; readonly told: RelationEvidence; readonly isFirst: boolean }
  | {
      readonly kind: 'evidence';
      readonly told: RelationEvidence;
      readonly piece: NumberedEvidence;
      readonly isFirst: boolean;
    };

/** The rows in reading order, and where each piece of evidence stands among them. */
export interface EvidenceRows {
  readonly rows: readonly EvidenceRow[];
  /** The pieces of evidence in reading order: the first is number 1. */
  readonly ids: readonly EvidenceId[];
  /** The row of each piece, in the same order. */
  readonly places: readonly number[];
}

/** Flattens grouped evidence to one list of rows. */
export function toEvidenceRows(groups: readonly EvidenceGroup[]): EvidenceRows {
  const rows: EvidenceRow[] = [];
  const ids: EvidenceId[] = [];
  const places: number[] = [];
  for (const group of groups) {
    rows.push({ kind: 'group', group });
    for (const [at, told] of group.relations.entries()) {
      rows.push({ kind: 'relation', told, isFirst: at === 0 });
      for (const [index, piece] of [...told.supports, ...told.denies].entries()) {
        ids.push(piece.evidence.id);
        places.push(rows.length);
        rows.push({ kind: 'evidence', told, piece, isFirst: index === 0 });
      }
    }
  }
  return { rows, ids, places };
}
