import type { RelationBrief } from '@/lib/model/entity-detail';
import type { CitedEvidence, RelationDetail } from '@/lib/model/relation-detail';

/** What is known of the evidence of a relation: whether it is disputed, and who says it or, where it is only denied, who denies it. */
export interface Standing {
  readonly stance: 'supported' | 'contested' | 'denied';
  /** Those it is attributed to. Over all evidence of a relation: nobody, as soon as a document says it in its own voice. */
  readonly speakers: readonly string[];
  /** Whether this is what one passage says, and not all evidence taken together. */
  readonly isHere: boolean;
  /** Whether the passage says it in its own voice too. */
  readonly isOwnVoice?: boolean;
  /** Whether both are merely named together, and nobody says that the relation was read there. */
  readonly isTogetherOnly?: boolean;
}

interface KnownStanding {
  readonly contested: boolean;
  readonly denied: boolean;
  readonly speakers: readonly string[];
  readonly coMentionsOnly: boolean;
}

/** How a relation stands that comes without its evidence. */
export function standingOf({ contested, denied, speakers, coMentionsOnly }: KnownStanding): Standing {
  return { stance: stanceOf(contested, denied), speakers, isHere: false, isTogetherOnly: coMentionsOnly };
}

/** How a relation stands by the evidence that comes with it. */
export function standingByEvidence({
  contested,
  evidence,
}: Pick<RelationDetail, 'contested' | 'evidence'>): Standing {
  const supports = evidence.filter(({ stance }) => stance === 'supports');
  const stance = stanceOf(contested, evidence.length > 0 && supports.length === 0);
  const telling = stance === 'denied' ? evidence : supports;
  const isTogetherOnly = telling.length > 0 && telling.every(({ grade }) => grade === 'co-mention');
  return { stance, speakers: onlySpeakers(telling), isHere: false, isTogetherOnly };
}

/** What a passage says of a relation. */
export interface Saying {
  readonly stance: CitedEvidence['stance'];
  readonly speakers: readonly string[];
  readonly isOwnVoice: boolean;
  /** Whether it merely names both. */
  readonly isTogetherOnly: boolean;
}

/** How a relation stands in one passage: the passage's own word decides, and a relation that others deny is contested here too. */
export function standingHere({ contested }: Pick<RelationBrief, 'contested'>, saying: Saying): Standing {
  const { stance, ...said } = saying;
  const { speakers, isOwnVoice, isTogetherOnly } = said;
  return {
    stance: stanceOf(contested, stance === 'denies'),
    speakers,
    isOwnVoice,
    isTogetherOnly,
    isHere: true,
  };
}

/** How a relation stands by one piece of its evidence. */
export function standingOfPiece(
  relation: Pick<RelationDetail, 'contested'>,
  { stance, attributedTo, grade }: Pick<CitedEvidence, 'stance' | 'attributedTo' | 'grade'>,
): Standing {
  const speakers = attributedTo === undefined ? [] : [attributedTo];
  return standingHere(relation, {
    stance,
    speakers,
    isOwnVoice: false,
    isTogetherOnly: grade === 'co-mention',
  });
}

function stanceOf(isContested: boolean, isDenied: boolean): Standing['stance'] {
  if (isDenied) return 'denied';
  return isContested ? 'contested' : 'supported';
}

function onlySpeakers(evidence: readonly Pick<CitedEvidence, 'attributedTo'>[]): readonly string[] {
  const speakers = evidence.flatMap(({ attributedTo }) => attributedTo ?? []);
  return speakers.length < evidence.length ? [] : [...new Set(speakers)];
}
