import type { EntityId, RelationId } from '@/lib/model/ids';
import type { Modality } from '@/lib/model/relation';
import type { RelationClass, RelationTypeName } from '@/lib/model/relation-type';

import type { FactsGraph, RelationFact } from './facts';

/**
 * Relations of a pair in one direction and of one modality that are drawn as one: those of a type, or, where a pair has too many types to
 * tell apart, those of a class (then there is no `type`). What is expected or imagined never shares a line with what is told as a fact, nor what is only named together with what a source says.
 * `lane` runs from 0 to `lanes` − 1 over all that is drawn between the two, seen from the lesser id.
 */
export interface FoldedRelations {
  readonly key: string;
  readonly subject: EntityId;
  readonly object: EntityId;
  readonly class: RelationClass;
  readonly type?: RelationTypeName;
  readonly modality: Modality;
  /** Whether they are only named together. */
  readonly coMentionsOnly: boolean;
  /** Who alone says them; nobody where a document says one of them in its own voice. */
  readonly speakers: readonly string[];
  readonly relations: readonly RelationId[];
  readonly evidence: number;
  readonly contested: boolean;
  readonly lane: number;
  readonly lanes: number;
  /** False for what is told only by a number, since the pair that is looked at has more lines than can be told apart. */
  readonly isDrawn: boolean;
}

interface FoldOptions {
  readonly relations: ReadonlySet<RelationId>;
  /** The pair, if any, that is looked at: its types are drawn apart, the strongest few of them where there are many. */
  readonly fanned?: { readonly a: EntityId; readonly b: EntityId } | undefined;
}

/** With more types than this between two entities, each direction shows its classes until the pair is looked at. */
export const LANES_MAX = 6;
/** That many lines are drawn of a pair that is looked at and has more than `LANES_MAX`. */
export const STRONGEST_MAX = 3;

type Fold = Omit<FoldedRelations, 'lane' | 'lanes' | 'isDrawn'>;

/**
 * Folds the visible relations of what is loaded into the edges to draw, in an order that depends on
 * the facts alone.
 * @param graph - what is loaded
 */
export function foldRelations(
  graph: FactsGraph,
  { relations, fanned }: FoldOptions,
): readonly FoldedRelations[] {
  const pairs = new Map<string, Map<string, Fold>>();
  for (const id of relations) {
    const [subject, object] = [graph.source(id), graph.target(id)].map(
      (key) => graph.getNodeAttributes(key).id,
    );
    if (subject === undefined || object === undefined) continue;
    const folds = getOrAdd(pairs, pairKey(subject, object));
    addTo(folds, { subject, object, relation: graph.getEdgeAttributes(id) });
  }
  const fannedKey = fanned && pairKey(fanned.a, fanned.b);
  return [...pairs].flatMap(([key, folds]) => {
    const byType = [...folds.values()];
    if (byType.length <= LANES_MAX) return toLanes(byType);
    return key === fannedKey ? toStrongest(byType) : toLanes(foldByClass(byType));
  });
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function getOrAdd(pairs: Map<string, Map<string, Fold>>, key: string): Map<string, Fold> {
  const known = pairs.get(key) ?? new Map<string, Fold>();
  pairs.set(key, known);
  return known;
}

interface Placed {
  readonly subject: EntityId;
  readonly object: EntityId;
  readonly relation: RelationFact;
}

function addTo(folds: Map<string, Fold>, { subject, object, relation }: Placed): void {
  const key = `${subject} ${relation.type}${keyOf(relation)} ${object}`;
  const before = folds.get(key);
  folds.set(key, {
    key,
    subject,
    object,
    class: relation.class,
    type: relation.type,
    modality: relation.modality,
    coMentionsOnly: relation.coMentionsOnly,
    speakers: joinSpeakers(before?.speakers, relation.speakers),
    relations: [...(before?.relations ?? []), relation.id],
    evidence: (before?.evidence ?? 0) + relation.evidence,
    contested: (before?.contested ?? false) || relation.contested,
  });
}

/**
 * Returns the key that separates the line of a modality, or of co-mentions, from that of facts;
 * facts have an empty key.
 */
function keyOf({ modality, coMentionsOnly }: Pick<RelationFact, 'modality' | 'coMentionsOnly'>): string {
  return `${modality === 'actual' ? '' : `~${modality}`}${coMentionsOnly ? '~together' : ''}`;
}

function joinSpeakers(before: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  if (before === undefined) return more;
  return before.length === 0 || more.length === 0 ? [] : [...new Set([...before, ...more])];
}

function foldByClass(folds: readonly Fold[]): readonly Fold[] {
  const classes = new Map<string, Fold>();
  for (const fold of folds) {
    const { subject, object, class: relationClass, modality, coMentionsOnly } = fold;
    const key = `${subject} :${relationClass}${keyOf(fold)} ${object}`;
    const before = classes.get(key);
    classes.set(key, {
      key,
      subject,
      object,
      class: relationClass,
      modality,
      coMentionsOnly,
      speakers: joinSpeakers(before?.speakers, fold.speakers),
      relations: [...(before?.relations ?? []), ...fold.relations],
      evidence: (before?.evidence ?? 0) + fold.evidence,
      contested: (before?.contested ?? false) || fold.contested,
    });
  }
  return [...classes.values()];
}

/** Those with the most evidence get lanes; all others are kept without one, so that they can be counted. */
function toStrongest(folds: readonly Fold[]): readonly FoldedRelations[] {
  const order = [...folds].sort(byEvidence);
  const others = order.slice(STRONGEST_MAX);
  return [
    ...toLanes(order.slice(0, STRONGEST_MAX)),
    ...others.map((fold) => ({ ...fold, lane: 0, lanes: 0, isDrawn: false })),
  ];
}

/** One direction's lanes lie on one side of the other's, and those with the most evidence in the middle. */
function toLanes(folds: readonly Fold[]): readonly FoldedRelations[] {
  const away = folds.filter(({ subject, object }) => subject <= object).sort(byEvidence);
  const back = folds
    .filter(({ subject, object }) => subject > object)
    .sort((one, other) => byEvidence(other, one));
  return [...back, ...away].map((fold, lane, all) => ({ ...fold, lane, lanes: all.length, isDrawn: true }));
}

function byEvidence(one: Fold, other: Fold): number {
  return other.evidence - one.evidence || (one.key < other.key ? -1 : 1);
}
