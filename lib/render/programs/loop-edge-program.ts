import type { Attributes } from 'graphology-types';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';

import { fragmentShader, vertexShader } from './loop-edge-shaders';
import { readNumber } from './read-extra';
import { RelationEdgeProgram } from './relation-edge-program';

const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;

/** Draws what an entity does to itself: a loop with an arrow head, a wider one for each further type. */
export class LoopEdgeProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends RelationEdgeProgram<N, E, G> {
  override getDefinition() {
    const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
    return {
      ...super.getDefinition(),
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_thickness', size: 1, type: FLOAT },
        { name: 'a_lane', size: 1, type: FLOAT },
        { name: 'a_stroke', size: 1, type: FLOAT },
        { name: 'a_color', ...colour },
        { name: 'a_id', ...colour },
      ],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  // Five parameters, as Sigma calls it.
  override processVisibleItem(
    ...[edgeIndex, start, source, , data]: [number, number, NodeDisplayData, NodeDisplayData, EdgeDisplayData]
  ): void {
    this.array.set(
      [
        source.x,
        source.y,
        source.size,
        data.size,
        readNumber(data, 'lane', 0),
        readNumber(data, 'strokeIndex', 0),
        floatColor(data.color),
        edgeIndex,
      ],
      start,
    );
  }
}
