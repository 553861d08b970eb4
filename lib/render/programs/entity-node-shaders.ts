/** A square around each node; what it shows is decided a pixel at a time by the distance to its outline. Lengths are CSS pixels. */
export const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;
uniform float u_room;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_shape = a_shape;
  v_offset = a_corner * (v_radius * 1.2 + u_room);
  vec2 middle = (u_matrix * vec3(a_position, 1)).xy;
  gl_Position = vec4(middle + 2.0 * v_offset / u_dimensions, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ring = a_ring;
  v_ring.a *= bias;
}
`;

/** The numbers of the shapes are their places in the list \`shapes\` of appearance.ts. */
export const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;

uniform float u_ringWidth;
uniform float u_pickingWidth;
uniform float u_feather;

float box(vec2 p, vec2 half_size) {
  vec2 d = abs(p) - half_size;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float triangle(vec2 p, float r) {
  const float k = 1.7320508;
  p.y += 0.18 * r;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}

float hexagon(vec2 p, float r) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}

float outline(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return box(p, vec2(0.86 * r));
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y) - 1.2 * r) * 0.7071068;
  if (v_shape < 3.5) return triangle(p, r);
  if (v_shape < 4.5) return box(p, vec2(0.68, 0.95) * r);
  if (v_shape < 5.5) return hexagon(p, 0.9 * r);
  return length(p) - 0.92 * r;
}

void main() {
  float apart = outline(v_offset, v_radius);
  #ifdef PICKING_MODE
  if (apart > u_pickingWidth) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-u_feather, u_feather, apart);
  float hole = v_shape > 5.5 ? 1.0 - smoothstep(-u_feather, u_feather, apart + 0.5 * v_radius) : 0.0;
  float around = 1.0 - smoothstep(-u_feather, u_feather, apart - u_ringWidth);
  vec4 color = mix(v_color, vec4(v_ring.rgb, 1.0), hole * 0.85);
  gl_FragColor = mix(v_ring, color, inside) * around;
  #endif
}
`;
