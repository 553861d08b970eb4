import { strokeFunction } from './stroke-shader';

/**
 * A curve between two nodes, drawn in the frame of its chord: `along` runs from source to target, `across` to its left. There it is the
 * parabola y = 2 b u (1 − u) over x = l u, which takes a straight line (b = 0) as easily as a bend. Lengths are CSS pixels.
 */
export const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_targetSize;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_stroke;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;
uniform float u_pickingWidth;
uniform float u_headLength;

varying vec4 v_color;
varying vec2 v_point;
varying float v_length;
varying float v_bend;
varying float v_thickness;
varying float v_targetSize;
varying float v_stroke;

const float bias = 255.0 / 254.0;

void main() {
  vec2 source = (u_matrix * vec3(a_source, 1)).xy * u_dimensions / 2.0;
  vec2 target = (u_matrix * vec3(a_target, 1)).xy * u_dimensions / 2.0;
  float chord = max(distance(source, target), 0.001);
  vec2 along = (target - source) / chord;
  vec2 across = vec2(-along.y, along.x);

  v_length = chord;
  v_bend = a_curvature * chord;
  v_thickness = a_thickness / u_sizeRatio;
  v_targetSize = a_targetSize / u_sizeRatio;
  v_stroke = a_stroke;

  #ifdef PICKING_MODE
  float room = max(v_thickness, u_pickingWidth) / 2.0 + 1.0;
  #else
  float room = 0.4 * (u_headLength + 1.9 * v_thickness) + 1.0;
  #endif
  float low = min(0.0, v_bend / 2.0) - room;
  float high = max(0.0, v_bend / 2.0) + room;
  v_point = vec2(mix(-room, chord + room, a_corner.x), mix(low, high, a_corner.y));
  vec2 position = source + along * v_point.x + across * v_point.y;
  gl_Position = vec4(position * 2.0 / u_dimensions, 0, 1);

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
varying vec2 v_point;
varying float v_length;
varying float v_bend;
varying float v_thickness;
varying float v_targetSize;
varying float v_stroke;

uniform float u_feather;
uniform float u_pickingWidth;
uniform float u_dash;
uniform float u_dot;
uniform float u_headLength;
uniform float u_gap;

${strokeFunction}
/** The share of the chord at which the curve comes closest, by Newton's method from straight above. */
float closest() {
  float u = clamp(v_point.x / v_length, 0.0, 1.0);
  for (int step = 0; step < 4; step++) {
    float y = 2.0 * v_bend * u * (1.0 - u) - v_point.y;
    float slope = 2.0 * v_bend * (1.0 - 2.0 * u);
    float first = (v_length * u - v_point.x) * v_length + y * slope;
    float second = v_length * v_length + slope * slope - 4.0 * v_bend * y;
    u = clamp(u - first / max(second, 0.1 * v_length * v_length), 0.0, 1.0);
  }
  return u;
}

/** Whether the curve is too far away to matter: most of the box around it is, and need not be worked out. */
bool isFar() {
  float u = clamp(v_point.x / v_length, 0.0, 1.0);
  float above = abs(2.0 * v_bend * u * (1.0 - u) - v_point.y);
  float steepest = 2.0 * abs(v_bend) / v_length;
  #ifdef PICKING_MODE
  float reach = max(v_thickness, u_pickingWidth) / 2.0;
  #else
  float reach = 0.4 * (u_headLength + 1.9 * v_thickness) + 1.0;
  #endif
  return above > reach * (1.0 + steepest);
}

void main() {
  if (isFar()) discard;
  float u = closest();
  vec2 nearest = vec2(v_length * u, 2.0 * v_bend * u * (1.0 - u));
  float apart = distance(v_point, nearest);

  #ifdef PICKING_MODE
  if (apart > max(v_thickness, u_pickingWidth) / 2.0) discard;
  gl_FragColor = v_color;
  #else
  float toTarget = distance(v_point, vec2(v_length, 0.0)) - v_targetSize - u_gap;
  if (toTarget < 0.0) discard;
  float headLength = u_headLength + 1.9 * v_thickness;
  bool isHead = toTarget < headLength;
  float arc = v_length + 0.6666667 * v_bend * v_bend / v_length;
  float outside = isHead ? apart - 0.39 * toTarget : toInk(u * arc, apart, v_thickness);
  gl_FragColor = v_color * (1.0 - smoothstep(-u_feather, u_feather, outside));
  #endif
}
`;
