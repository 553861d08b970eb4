import type { Attributes } from 'graphology-types';
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

import { readNumber } from './read-extra';
import { fragmentShader, vertexShader } from './relation-edge-shaders';

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Pixels: the width within which a click counts as on the edge, a dash with its gap, the least dot, the least arrow head, and what it keeps from its node. */
const PICKING_WIDTH = 12;
const DASH = 9;
const DOT = 2.2;
const HEAD_LENGTH = 5;
const GAP = 2;

const uniforms = [
  'u_matrix',
  'u_sizeRatio',
  'u_dimensions',
  'u_feather',
  'u_pickingWidth',
  'u_dash',
  'u_dot',
  'u_headLength',
  'u_gap',
] as const;

/** Draws relations between two entities: a curve with an arrow head, stroked as `appearance.ts` says, wider for the mouse than for the eye. */
export class RelationEdgeProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends EdgeProgram<(typeof uniforms)[number], N, E, G> {
  getDefinition() {
    const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_targetSize', size: 1, type: FLOAT },
        { name: 'a_thickness', size: 1, type: FLOAT },
        { name: 'a_curvature', size: 1, type: FLOAT },
        { name: 'a_stroke', size: 1, type: FLOAT },
        { name: 'a_color', ...colour },
        { name: 'a_id', ...colour },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
        [1, 1],
        [0, 1],
      ],
    };
  }

  // Five parameters, as Sigma calls it.
  processVisibleItem(
    ...[edgeIndex, start, source, target, data]: [
      number,
      number,
      NodeDisplayData,
      NodeDisplayData,
      EdgeDisplayData,
    ]
  ): void {
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        target.size,
        data.size,
        readNumber(data, 'curvature', 0),
        readNumber(data, 'strokeIndex', 0),
        floatColor(data.color),
        edgeIndex,
      ],
      start,
    );
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform2f(uniformLocations.u_dimensions, params.width, params.height);
    gl.uniform1f(uniformLocations.u_feather, 0.5 / params.pixelRatio);
    gl.uniform1f(uniformLocations.u_pickingWidth, PICKING_WIDTH);
    gl.uniform1f(uniformLocations.u_dash, DASH);
    gl.uniform1f(uniformLocations.u_dot, DOT);
    gl.uniform1f(uniformLocations.u_headLength, HEAD_LENGTH);
    gl.uniform1f(uniformLocations.u_gap, GAP);
  }
}
