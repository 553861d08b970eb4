/** The package types its whole layouts only; one iteration of the algorithm, arrays in and arrays out, is a file of its own in it. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  /** Moves the nodes (ten numbers each) by the forces of the edges (three numbers each), in place. */
  export default function iterate(
    settings: Required<ForceAtlas2Settings>,
    nodes: Float32Array,
    edges: Float32Array,
  ): object;
}
