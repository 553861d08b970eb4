import { strokes, type Stroke } from '../appearance';

/** The number by which the shaders know a stroke. */
export function toStrokeIndex(stroke: Stroke): number {
  return strokes.indexOf(stroke);
}

/**
 * How a line is stroked, for fragment shaders of edges. They have `u_dash`, the length of a dash with its gap, and `u_dot`, the least
 * width of a dot, in pixels. The numbers of the strokes are their places in the list `strokes` of appearance.ts.
 */
export const strokeFunction = /* glsl */ `
float toDash(float along) {
  return abs(fract(along / u_dash) - 0.29) * u_dash - 0.29 * u_dash;
}

float toTick(float along) {
  return abs(fract(along / u_dash) - 0.5) * u_dash - 0.17 * u_dash;
}

float toDot(float along, float period, float apart, float radius) {
  return length(vec2((fract(along / period) - 0.5) * period, apart)) - radius;
}

/** How far a point is from the ink of a line, less than 0 within it: \`along\` tells how far along the line it is, \`apart\` how far beside it. */
float toInk(float along, float apart, float width) {
  float line = apart - width / 2.0;
  float radius = max(width, u_dot) / 2.0;
  if (v_stroke < 0.5) return line;
  if (v_stroke < 1.5) return max(line, toDash(along));
  if (v_stroke < 2.5) return toDot(along, 4.0 * radius, apart, radius);
  if (v_stroke > 3.5) return max(line, toTick(along));
  float period = u_dash + 4.0 * radius;
  float place = fract(along / period) * period;
  float dash = max(line, abs(place - 0.29 * u_dash) - 0.29 * u_dash);
  return min(dash, length(vec2(place - 0.79 * u_dash - 2.0 * radius, apart)) - radius);
}
`;
