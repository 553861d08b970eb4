import type { EntityPassages, RelationBrief } from '@/lib/model/entity-detail';
import type { RelationId } from '@/lib/model/ids';
import type { EvidenceGrade, Stance } from '@/lib/model/evidence';
import { relationSentence, type RelationSentence } from '@/lib/reading/relation-sentence';
import { standingHere, type Saying } from '@/lib/reading/standing';

import type { QuoteMark } from './mark-passage';

/** A relation that a passage supports or denies, who says so, and where, if the input told. */
export interface RelationSaid extends Saying {
  readonly relation: RelationBrief;
  readonly quotes: readonly QuoteMark[];
}

interface Piece {
  readonly relation: RelationId;
  readonly stance: Stance;
  readonly attributedTo?: string | undefined;
  readonly grade: EvidenceGrade;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/**
 * Lists what a passage says, each relation and stance once, with everybody who says so. A relation
 * that the passage both supports and denies is listed twice.
 * @param evidence - the evidence in the passage
 * @param relations - the relations that it belongs to, by id
 */
export function tellPassage(
  evidence: readonly Piece[],
  relations: ReadonlyMap<RelationId, RelationBrief>,
): readonly RelationSaid[] {
  const said = new Map<string, RelationSaid>();
  for (const piece of evidence) {
    const relation = relations.get(piece.relation);
    if (!relation) continue;
    const key = `${piece.stance} ${relation.id}`;
    said.set(key, addPiece(said.get(key) ?? startOf(relation, piece), piece));
  }
  return [...said.values()];
}

function startOf(relation: RelationBrief, { stance }: Piece): RelationSaid {
  return { relation, stance, speakers: [], isOwnVoice: false, isTogetherOnly: true, quotes: [] };
}

function addPiece(said: RelationSaid, { attributedTo, start, end, grade }: Piece): RelationSaid {
  const { speakers, quotes, relation } = said;
  const quote =
    start === undefined || end === undefined
      ? []
      : [{ role: 'quote', relation: relation.id, start, end } as const];
  return {
    ...said,
    quotes: [...quotes, ...quote],
    isTogetherOnly: said.isTogetherOnly && grade === 'co-mention',
    ...(attributedTo === undefined
      ? { isOwnVoice: true }
      : { speakers: [...new Set([...speakers, attributedTo])] }),
  };
}

/** What a passage says as a sentence. There is little room beside a passage: of the details it tells what the relation is about. */
export function saidSentence(said: RelationSaid): RelationSentence {
  return relationSentence({ ...said.relation, when: null, place: null }, standingHere(said.relation, said));
}

/** Collects the relations of pages of passages, by id. */
export function relationsById(
  pages: readonly Pick<EntityPassages, 'relations'>[],
): ReadonlyMap<RelationId, RelationBrief> {
  return new Map(pages.flatMap(({ relations }) => relations).map((relation) => [relation.id, relation]));
}
