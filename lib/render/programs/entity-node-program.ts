import type { Attributes } from 'graphology-types';
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

import { shapes } from '../appearance';

import { fragmentShader, vertexShader } from './entity-node-shaders';
import { readNumber, readText } from './read-extra';

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Pixels: the ring around a node, and how far beside a node a click still counts as on it. */
const RING_WIDTH = 2.5;
const PICKING_WIDTH = 4;

const uniforms = [
  'u_matrix',
  'u_sizeRatio',
  'u_dimensions',
  'u_room',
  'u_ringWidth',
  'u_pickingWidth',
  'u_feather',
] as const;

/** Draws every entity: its kind's shape in its colour, within a ring. */
export class EntityNodeProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends NodeProgram<(typeof uniforms)[number], N, E, G> {
  getDefinition() {
    const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', ...colour },
        { name: 'a_ring', ...colour },
        { name: 'a_id', ...colour },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
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

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    this.array.set(
      [
        data.x,
        data.y,
        data.size,
        readNumber(data, 'shapeIndex', 0),
        floatColor(data.color),
        floatColor(readText(data, 'ring', data.color)),
        nodeIndex,
      ],
      start,
    );
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform2f(uniformLocations.u_dimensions, params.width, params.height);
    gl.uniform1f(uniformLocations.u_room, PICKING_WIDTH + 1);
    gl.uniform1f(uniformLocations.u_ringWidth, RING_WIDTH);
    gl.uniform1f(uniformLocations.u_pickingWidth, PICKING_WIDTH);
    gl.uniform1f(uniformLocations.u_feather, 0.6 / params.pixelRatio);
  }
}

/** The number by which the shader knows a shape. */
export function toShapeIndex(shape: (typeof shapes)[number]): number {
  return shapes.indexOf(shape);
}
