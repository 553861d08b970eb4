import { strokeFunction } from './stroke-shader';

/** A loop above a node for what it does to itself: a circle through the node's middle, of which the node hides the lower part. */
export const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute float a_size;
attribute float a_thickness;
attribute float a_lane;
attribute float a_stroke;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;
uniform float u_pickingWidth;

varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_nodeSize;
varying float v_thickness;
varying float v_stroke;

const float bias = 255.0 / 254.0;

void main() {
  v_nodeSize = a_size / u_sizeRatio;
  v_thickness = a_thickness / u_sizeRatio;
  v_stroke = a_stroke;
  v_radius = v_nodeSize + 5.0 + 5.0 * a_lane;
  v_offset = a_corner * (v_radius + v_thickness * 3.0 + u_pickingWidth);
  vec2 node = (u_matrix * vec3(a_source, 1)).xy;
  vec2 middle = node + 2.0 * vec2(0.0, v_radius) / u_dimensions;
  gl_Position = vec4(middle + 2.0 * v_offset / u_dimensions, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

export const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_nodeSize;
varying float v_thickness;
varying float v_stroke;

uniform float u_feather;
uniform float u_pickingWidth;
uniform float u_dash;
uniform float u_dot;
uniform float u_headLength;
uniform float u_gap;

${strokeFunction}
void main() {
  float apart = abs(length(v_offset) - v_radius);
  #ifdef PICKING_MODE
  if (apart > max(v_thickness, u_pickingWidth) / 2.0) discard;
  gl_FragColor = v_color;
  #else
  float toNode = distance(v_offset, vec2(0.0, -v_radius)) - v_nodeSize - u_gap;
  if (toNode < 0.0) discard;
  bool isHead = v_offset.x > 0.0 && toNode < u_headLength + 1.9 * v_thickness;
  float arc = atan(v_offset.y, v_offset.x) * v_radius;
  float outside = isHead ? apart - 0.39 * toNode : toInk(arc, apart, v_thickness);
  gl_FragColor = v_color * (1.0 - smoothstep(-u_feather, u_feather, outside));
  #endif
}
`;
