import iterate from 'graphology-layout-forceatlas2/iterate.js';

import type { LayoutProblem, LayoutResult } from '@/lib/graph/layout-problem';

import { separate } from './separate';

/** A layout on its way. Each `run` is a chunk of iterations; the numbers of chunks and iterations depend on the problem alone. */
export interface Simulation {
  /**
   * Runs one chunk.
   * @returns whether there is more to do
   */
  readonly run: () => boolean;
  /** The places now, on the plane. */
  readonly positions: () => Float32Array;
  /** The places in the end: moved apart and, where nothing was fixed, filling the plane. */
  readonly finish: () => LayoutResult;
}

/** Iterations between two looks at whether it has settled. */
const CHUNK = 20;
const ITERATIONS_MIN = 100;
const ITERATIONS_MAX = 1000;
/** Iterations times entities and pairs: about four seconds of work at the largest slice. */
const WORK_MAX = 6_000_000;
/** It has settled when an iteration moves a node by less than this share of the picture's width on average. */
const SETTLED_SHARE = 0.0002;
const BARNES_HUT_FROM = 1000;
/** The plane is 2 wide; nodes keep to this share of it. */
const SPREAD_MAX = 1.7;

const NODE_NUMBERS = 10;
const NODE_MASS = 6;
const NODE_CONVERGENCE = 7;
const NODE_SIZE = 8;
const NODE_FIXED = 9;
const EDGE_NUMBERS = 3;

/**
 * Creates the simulation of a layout problem. ForceAtlas2 is deterministic: the same problem ends
 * in the same picture.
 */
export function createSimulation(problem: LayoutProblem): Simulation {
  const count = problem.sizes.length;
  const scale = problem.scale || 10 * Math.sqrt(count);
  const nodes = toNodes(problem, scale);
  const edges = toEdges(problem, nodes);
  const settings = toSettings(count);
  const limit = clamp(WORK_MAX / (count + problem.weights.length), ITERATIONS_MIN, ITERATIONS_MAX);
  const isFirst = !problem.fixed.includes(1);
  let iterations = 0;

  const positions = () => {
    const places = readPlaces(nodes);
    return isFirst ? toPlane(places).positions : places.map((length) => length / scale);
  };
  return {
    run: () => {
      const before = readPlaces(nodes);
      for (let step = 0; step < CHUNK; step += 1) iterate(settings, nodes, edges);
      iterations += CHUNK;
      const isSettled = meanMove(before, readPlaces(nodes)) / CHUNK < SETTLED_SHARE * widthOf(before);
      return !isSettled && iterations < limit;
    },
    positions,
    finish: () => {
      const places = positions();
      separate({ positions: places, fixed: problem.fixed, radii: toRadii(problem.sizes) });
      const natural = isFirst ? toPlane(readPlaces(nodes)).scale : scale;
      return { positions: isFirst ? toPlane(places).positions : places, scale: natural };
    },
  };
}

function toSettings(count: number) {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.08,
    slowDown: 1 + Math.log(Math.max(1, count)),
    barnesHutOptimize: count >= BARNES_HUT_FROM,
    barnesHutTheta: 1,
  };
}

function toNodes({ positions, fixed, sizes }: LayoutProblem, scale: number): Float32Array {
  const nodes = new Float32Array(sizes.length * NODE_NUMBERS);
  sizes.forEach((size, index) => {
    const at = index * NODE_NUMBERS;
    nodes[at] = (positions[2 * index] ?? 0) * scale;
    nodes[at + 1] = (positions[2 * index + 1] ?? 0) * scale;
    nodes[at + NODE_MASS] = 1;
    nodes[at + NODE_CONVERGENCE] = 1;
    nodes[at + NODE_SIZE] = size;
    nodes[at + NODE_FIXED] = fixed[index] ?? 0;
  });
  return nodes;
}

/** A node's mass is one and the weights of its pairs, as the algorithm expects it. */
function toEdges({ pairs, weights }: LayoutProblem, nodes: Float32Array): Float32Array {
  const edges = new Float32Array(weights.length * EDGE_NUMBERS);
  weights.forEach((weight, index) => {
    const ends = [pairs[2 * index] ?? 0, pairs[2 * index + 1] ?? 0].map((end) => end * NODE_NUMBERS);
    edges.set([...ends, weight], index * EDGE_NUMBERS);
    for (const end of ends) nodes[end + NODE_MASS] = (nodes[end + NODE_MASS] ?? 1) + weight;
  });
  return edges;
}

function readPlaces(nodes: Float32Array): Float32Array {
  const places = new Float32Array((nodes.length / NODE_NUMBERS) * 2);
  for (let index = 0; index < places.length / 2; index += 1) {
    places[2 * index] = nodes[index * NODE_NUMBERS] ?? 0;
    places[2 * index + 1] = nodes[index * NODE_NUMBERS + 1] ?? 0;
  }
  return places;
}

/** Fits places into the plane, each direction by itself as far as that does not distort the picture much. */
function toPlane(places: Float32Array): LayoutResult {
  const [across, up] = [extentOf(places, 0), extentOf(places, 1)];
  const halves = [across.half || 1, up.half || 1] as const;
  const most = Math.max(...halves);
  const scales = halves.map((half) => Math.max(half, most / SPREAD_MAX));
  const middles = [across.middle, up.middle];
  return {
    positions: places.map((length, index) => (length - (middles[index % 2] ?? 0)) / (scales[index % 2] ?? 1)),
    scale: most,
  };
}

function extentOf(places: Float32Array, offset: 0 | 1): { readonly middle: number; readonly half: number } {
  let [low, high] = [Infinity, -Infinity];
  for (let index = offset; index < places.length; index += 2) {
    low = Math.min(low, places[index] ?? 0);
    high = Math.max(high, places[index] ?? 0);
  }
  return { middle: (low + high) / 2, half: (high - low) / 2 };
}

function widthOf(places: Float32Array): number {
  return 2 * Math.max(extentOf(places, 0).half, extentOf(places, 1).half);
}

function meanMove(before: Float32Array, after: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < before.length; index += 2) {
    sum += Math.hypot(
      (after[index] ?? 0) - (before[index] ?? 0),
      (after[index + 1] ?? 0) - (before[index + 1] ?? 0),
    );
  }
  return before.length === 0 ? 0 : (2 * sum) / before.length;
}

/** More nodes have less room each; the larger ones take more of it. */
function toRadii(sizes: Float32Array): Float32Array {
  const room = 0.75 / Math.sqrt(Math.max(1, sizes.length));
  const largest = Math.max(1, ...sizes);
  return sizes.map((size) => room * (0.8 + (0.6 * size) / largest));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
