import type { FactsGraph } from './facts';

/** What a layout works on: places (x and y in turn), who may not move, how large each is drawn, and what pulls two together. */
export interface LayoutProblem {
  readonly positions: Float32Array;
  readonly fixed: Uint8Array;
  readonly sizes: Float32Array;
  /** Indices of entities, two for each pair that has relations. */
  readonly pairs: Uint32Array;
  readonly weights: Float32Array;
  /** How many of the layout's own lengths one of the plane's is; 0 where nothing has been laid out yet. */
  readonly scale: number;
}

export interface LayoutResult {
  readonly positions: Float32Array;
  readonly scale: number;
}

/** An entity's share of the plane: what many speak of is drawn larger, and needs more room. */
function entityWeight(degree: number): number {
  return Math.sqrt(Math.max(1, degree));
}

/**
 * Builds the layout problem of what is loaded, in the graph's own order of entities. It takes the
 * entities that stay where they are, and the scale.
 * @param graph - what is loaded
 */
export function toLayoutProblem(
  graph: FactsGraph,
  { fixed, scale }: { readonly fixed: ReadonlySet<string>; readonly scale: number },
): LayoutProblem {
  const keys = graph.nodes();
  const indices = new Map(keys.map((key, index) => [key, index]));
  const facts = keys.map((key) => graph.getNodeAttributes(key));
  const pairs = countPairs(graph, indices);
  return {
    positions: Float32Array.from(facts.flatMap(({ x, y }) => [x, y])),
    fixed: Uint8Array.from(keys, (key) => Number(fixed.has(key))),
    sizes: Float32Array.from(keys, (key) => entityWeight(graph.degree(key))),
    pairs: Uint32Array.from([...pairs.values()].flatMap(({ ends }) => ends)),
    weights: Float32Array.from(pairs.values(), ({ relations }) => 1 / (1 + Math.log2(relations) / 4)),
    scale,
  };
}

/** Two with many relations are pulled together less than two with one: all that lies between them needs room to be told apart. */
function countPairs(
  graph: FactsGraph,
  indices: ReadonlyMap<string, number>,
): ReadonlyMap<string, { readonly ends: readonly [number, number]; relations: number }> {
  const pairs = new Map<string, { readonly ends: readonly [number, number]; relations: number }>();
  graph.forEachEdge((...[, , source, target]) => {
    const [one, other] = [indices.get(source), indices.get(target)];
    if (one === undefined || other === undefined || one === other) return;
    const [low, high] = one < other ? [one, other] : [other, one];
    const known = pairs.get(`${low} ${high}`);
    if (known) known.relations += 1;
    else pairs.set(`${low} ${high}`, { ends: [low, high], relations: 1 });
  });
  return pairs;
}
