import type { EntityId } from '@/lib/model/ids';
import type { GraphSlice } from '@/lib/model/slice';

/** Two entities with what joins them in a slice. */
export interface PairHighlight {
  readonly a: { readonly id: EntityId; readonly name: string };
  readonly b: { readonly id: EntityId; readonly name: string };
  readonly relations: number;
  readonly evidence: number;
  readonly contested: number;
}

/** In: a slice. Out: its pairs with most evidence, and those with contested relations, most first; at most `limit` of each. */
export function dataSetHighlights(
  slice: GraphSlice,
  limit: number,
): { readonly busiest: readonly PairHighlight[]; readonly contested: readonly PairHighlight[] } {
  const pairs = readPairs(slice);
  return {
    busiest: pairs.toSorted((x, y) => y.evidence - x.evidence).slice(0, limit),
    contested: pairs
      .filter(({ contested }) => contested > 0)
      .sort((x, y) => y.contested - x.contested || y.evidence - x.evidence)
      .slice(0, limit),
  };
}

function readPairs({ entities, relations }: GraphSlice): PairHighlight[] {
  const pairs = new Map<string, PairHighlight>();
  relations.subject.forEach((subject, index) => {
    const object = relations.object[index] ?? subject;
    const [low, high] = [Math.min(subject, object), Math.max(subject, object)];
    const [a, b] = [readParty(entities, low), readParty(entities, high)];
    if (!a || !b) return;
    const key = `${low} ${high}`;
    const before = pairs.get(key) ?? { a, b, relations: 0, evidence: 0, contested: 0 };
    pairs.set(key, {
      ...before,
      relations: before.relations + 1,
      evidence: before.evidence + (relations.evidence[index] ?? 0),
      contested: before.contested + Number(relations.contested[index] ?? false),
    });
  });
  return [...pairs.values()];
}

function readParty({ id, name }: GraphSlice['entities'], index: number): PairHighlight['a'] | undefined {
  const [entity, called] = [id[index], name[index]];
  return entity === undefined || called === undefined ? undefined : { id: entity, name: called };
}
